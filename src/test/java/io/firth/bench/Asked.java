package io.firth.bench;

import java.util.List;
import java.util.Map;

/**
 * A question to the figures, of the half year that the history fills.
 *
 * @param query beside the metric and the period; {@code TEAM} and {@code AGENT} stand for one of them
 */
record Asked(String metric, String query) {

    static final String PERIOD = "from=2026-01-05&to=2026-07-06";

    /** Every formula, and each way in which a figure is cut. */
    static final List<Asked> ALL = List.of(
            new Asked("response_time", ""),
            new Asked("response_time", "group_by=day"),
            new Asked("response_time", "group_by=agent"),
            new Asked("response_time", "group_by=channel"),
            new Asked("response_time", "group_by=label"),
            new Asked("response_time", "group_by=week,team"),
            new Asked("response_time", "group_by=day&agent=AGENT"),
            new Asked("response_time", "group_by=day&team=TEAM"),
            new Asked("first_response_time", "group_by=month"),
            new Asked("resolution_time", "group_by=day&hours=business"),
            new Asked("stage_time", "group_by=stage"),
            new Asked("messages_received", "group_by=day"),
            new Asked("conversations_opened", "group_by=month,channel"),
            new Asked("conversations_resolved", "group_by=agent"),
            new Asked("replies_to_resolution", "group_by=team"),
            new Asked("interactions_per_conversation", ""),
            new Asked("csat", "group_by=month"),
            new Asked("csat", "group_by=agent"),
            new Asked("reply_rate", "group_by=week"),
            new Asked("answered_within", "group_by=day"),
            new Asked("fcr", "group_by=month"),
            new Asked("reopen_rate", "group_by=label"),
            new Asked("resolution_rate", ""),
            new Asked("nps", ""),
            new Asked("clearance_rate", "group_by=month"),
            new Asked("handling_rate", "group_by=agent"),
            new Asked("backlog_open", ""),
            new Asked("backlog_open", "group_by=day"),
            new Asked("backlog_waiting", "group_by=week"),
            new Asked("oldest_wait", ""),
            new Asked("backlog_carried", "group_by=month"),
            new Asked("customers_helped", "group_by=month"));

    /** What has many facts behind it, of one and of two kinds, and what has few. */
    static final List<Asked> BEHIND = List.of(
            new Asked("response_time", ""),
            new Asked("response_time", "label=topic%201"),
            new Asked("response_time", "agent=AGENT"),
            new Asked("messages_received", ""),
            new Asked("csat", "team=TEAM"),
            new Asked("clearance_rate", ""),
            new Asked("fcr", ""),
            new Asked("backlog_open", ""),
            new Asked("backlog_carried", ""),
            new Asked("customers_helped", ""));

    String report(Map<String, String> ids) {
        return "/api/reports/metrics?metric=" + metric + "&" + with(ids);
    }

    String intervals(Map<String, String> ids) {
        return "/api/reports/metrics/" + metric + "/intervals?" + with(ids);
    }

    private String with(Map<String, String> ids) {
        var full = PERIOD + (query.isEmpty() ? "" : "&" + query);
        for (var each : ids.entrySet()) {
            full = full.replace(each.getKey(), each.getValue());
        }
        return full;
    }

    @Override
    public String toString() {
        return metric + (query.isEmpty() ? "" : " " + query.replace("%20", " "));
    }
}
