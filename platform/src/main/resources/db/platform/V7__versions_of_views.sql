-- Each view has two versions of the same shape, so that one can be built while the other is read. What a migration does
-- to a view it does to both: `view.` in the DDL stands for the version's schema, which is made where it is missing.
create procedure in_each_version(view text, ddl text) language plpgsql as $$
declare
    version text;
begin
    foreach version in array array[view || '_v1', view || '_v2'] loop
        if to_regnamespace(quote_ident(version)) is null then
            execute format('create schema %I', version);
        end if;
        execute regexp_replace(ddl, '\mview\.', version || '.', 'g');
        execute format('grant usage on schema %I to %I', version, '${app}');
        execute format('grant select, insert, update, delete, truncate on all tables in schema %I to %I',
                       version, '${app}');
    end loop;
end
$$;

-- For a view that was written for one version alone, whichever: that one is read as before, and gets a twin.
create procedure add_other_version(view text) language plpgsql as $$
declare
    one text;
    other text;
    twins text;
begin
    select nspname into strict one from pg_namespace where nspname in (view || '_v1', view || '_v2');
    other := view || case when one like '%_v1' then '_v2' else '_v1' end;
    select string_agg(format('create table %I.%I (like %I.%I including all)', other, tablename, one, tablename), '; ')
      into strict twins
      from pg_tables where schemaname = one;
    execute format('create schema %I', other);
    execute twins;
    call in_each_version(view, '');
    insert into view_versions (view, version, since) values (view, one, clock_timestamp());
end
$$;

-- For a migration that changes what rows mean: what is read stays as it is, and the version that rests is built from
-- nothing when the service starts. Before the service has ever started there is nothing to build.
create procedure build_anew(changed text) language plpgsql as $$
declare
    rests text;
    place record;
begin
    select view || case when version like '%_v1' then '_v2' else '_v1' end into rests
      from view_versions where view = changed;
    if rests is null then
        return;
    end if;
    for place in select schemaname, tablename from pg_tables where schemaname = rests loop
        execute format('truncate %I.%I', place.schemaname, place.tablename);
    end loop;
    delete from subscriber_places where processor_name = rests;
    insert into view_rebuilds (view, version, state, position, going_on_from, going_since, changed_at)
    values (changed, rests, 'RUNNING', 0, 0, clock_timestamp(), clock_timestamp())
    on conflict (view) do update
       set version = excluded.version, state = excluded.state, position = 0, going_on_from = 0,
           going_since = excluded.going_since, changed_at = excluded.changed_at;
end
$$;

revoke execute on procedure in_each_version, add_other_version, build_anew from public;
