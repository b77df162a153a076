package io.firth.staff;

/** The statements of the {@link Gate}. */
final class GateSql {

    private static final String RIGHTS = """
            array(select t.id from team t
                   where t.restricted
                     and not exists (select from team_member m where m.team = t.id and m.agent = a.id)) as hidden_teams,
            array(select distinct x.account from team_account x
                   where not exists (select from team_account y join team_member m on m.team = y.team
                                      where y.account = x.account and m.agent = a.id)) as hidden_accounts""";

    private static final String BY_SESSION = """
            select a.id, a.role, a.role as at_most, s.used_at < now() - interval '1 minute' as stale, %s
              from session s join agent a on a.id = s.agent
             where s.token_hash = $1 and a.active
               and s.used_at > now() - interval '14 days' and s.created_at > now() - interval '60 days'""".formatted(RIGHTS);

    private static final String BY_KEY = """
            select a.id, a.role, k.role as at_most,
                   coalesce(k.last_used_at < now() - interval '1 minute', true) as stale, %s
              from api_key k join agent a on a.id = k.agent
             where k.secret_hash = $1 and a.active""".formatted(RIGHTS);

    private static final String BY_WALL = BY_KEY + " and k.role = 'wall'";

    private static final String USE_SESSION = """
            with used as (update session set used_at = now() where token_hash = $1 returning agent)
            update agent set last_seen = now() where id in (select agent from used)""";

    private static final String USE_KEY = "update api_key set last_used_at = now() where secret_hash = $1";

    private GateSql() {}

    /** One bind, the hash; no row if it opens nothing. */
    static String find(Credential.Kind kind) {
        return switch (kind) {
            case SESSION -> BY_SESSION;
            case KEY -> BY_KEY;
            case WALL -> BY_WALL;
        };
    }

    /** One bind, the hash. */
    static String use(Credential.Kind kind) {
        return switch (kind) {
            case SESSION -> USE_SESSION;
            case KEY, WALL -> USE_KEY;
        };
    }
}
