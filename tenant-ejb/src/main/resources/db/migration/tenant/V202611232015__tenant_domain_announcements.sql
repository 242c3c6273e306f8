-- Every node remembers whose a host is, and that it is nobody's.

create trigger announce after insert or delete on domain_host
    for each row execute function app.announce('domain');
