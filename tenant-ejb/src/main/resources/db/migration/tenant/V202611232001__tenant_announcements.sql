-- Every node remembers which tenant an address names, and that a name is nobody's.

create trigger announce after insert or delete or update of slug on tenant
    for each row execute function app.announce('slug', 'id');
