-- Figures are cut by the kind of message too. Facts from before are made anew when the product starts.

do $do$
declare
    s text;
begin
    foreach s in array array['metrics_a', 'metrics_b'] loop
        execute format($sql$
            alter table %1$s.fact add column message_kind text not null default 'direct';
            alter table %1$s.fact alter column message_kind drop default;
        $sql$, s);
    end loop;
end
$do$;
