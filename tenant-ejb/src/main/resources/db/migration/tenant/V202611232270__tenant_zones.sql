-- Names that Java takes as zones with summer time and the database as abbreviations without are no longer accepted: whoever
-- has one gets a place of that zone.

update tenant
set time_zone = case time_zone
        when 'EET' then 'Europe/Athens'
        when 'WET' then 'Europe/Lisbon'
        else 'Europe/Brussels'
    end,
    version = version + 1
where time_zone in ('CET', 'MET', 'EET', 'WET');
