package io.firth.metrics.projection;

/** By what facts are added up beforehand. */
public final class Dimensions {

    /**
     * Joins to a fact {@code f} every place {@code d} where it is counted: once among all, once in each dimension, and once at
     * its desk, which is account, team and agent together; a fact of two labels stands under both. A change here asks for figures
     * made anew: {@link #VERSION}.
     */
    public static final String OF_A_FACT = """
            cross join lateral (
              values ('all', null::uuid, null::uuid, null::uuid, ''),
                ('account', f.account, null, null, ''),
                ('team', null, f.team, null, ''),
                ('agent', null, null, f.agent, ''),
                ('desk', f.account, f.team, f.agent, ''),
                ('channel', null, null, null, f.channel),
                ('priority', null, null, null, f.priority),
                ('message_kind', null, null, null, f.message_kind)
              union all select 'stage', null, null, null, f.stage where f.stage <> ''
              union all select 'label', null, null, null, l from unnest(f.labels) l
            ) as d(dimension, account, team, agent, word)
            """;

    /** Of what is added up. */
    static final int VERSION = 5;

    private Dimensions() {}
}
