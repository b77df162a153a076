package io.firth.staff.team;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "team_member")
@IdClass(MemberRow.Key.class)
class MemberRow {

    @Id
    UUID team;

    @Id
    UUID agent;

    @SuppressWarnings("NullAway.Init")
    protected MemberRow() {}

    MemberRow(UUID team, UUID agent) {
        this.team = team;
        this.agent = agent;
    }

    record Key(UUID team, UUID agent) {}
}
