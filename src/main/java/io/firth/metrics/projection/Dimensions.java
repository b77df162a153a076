package io.firth.metrics.projection;

/** By what facts are added up beforehand. */
public final class Dimensions {

    /**
     * Joins to a fact {@code f} every place {@code d} where it is counted: once among all, once at its desk (account, team and
     * agent), and once in each other dimension; a fact of two labels stands under both.
     */
    public static final String OF_A_FACT = """
            cross join lateral (
              values ('all', null::uuid, null::uuid, null::uuid, ''),
                ('desk', f.account, f.team, f.agent, ''),
                ('channel', null, null, null, f.channel),
                ('priority', null, null, null, f.priority)
              union all select 'stage', null, null, null, f.stage where f.stage <> ''
              union all select 'label', null, null, null, l from unnest(f.labels) l
            ) as d(dimension, account, team, agent, word)
            """;

    private Dimensions() {}
}
