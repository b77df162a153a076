package io.firth.staff.team;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "team_account")
@IdClass(TeamAccountRow.Key.class)
class TeamAccountRow {

    @Id
    UUID team;

    @Id
    UUID account;

    @SuppressWarnings("NullAway.Init")
    protected TeamAccountRow() {}

    TeamAccountRow(UUID team, UUID account) {
        this.team = team;
        this.account = account;
    }

    record Key(UUID team, UUID account) {}
}
