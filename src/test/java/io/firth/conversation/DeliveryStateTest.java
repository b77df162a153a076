package io.firth.conversation;

import static io.firth.conversation.DeliveryState.ACCEPTED;
import static io.firth.conversation.DeliveryState.CAPTURED;
import static io.firth.conversation.DeliveryState.DELIVERED;
import static io.firth.conversation.DeliveryState.FAILED;
import static io.firth.conversation.DeliveryState.PENDING;
import static io.firth.conversation.DeliveryState.READ;
import static io.firth.conversation.DeliveryState.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Command.ReportDelivery;
import io.firth.conversation.Command.SendAgain;
import io.firth.conversation.Interaction.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryStateTest {

    private static final List<DeliveryState> LINE = List.of(PENDING, UNCERTAIN, ACCEPTED, DELIVERED, READ);

    static Stream<List<DeliveryState>> ordersOfTheReports() {
        return orders(List.of(ACCEPTED, DELIVERED, READ));
    }

    static Stream<List<DeliveryState>> ordersOfAllReports() {
        return orders(List.of(UNCERTAIN, CAPTURED, ACCEPTED, DELIVERED, READ, FAILED));
    }

    @ParameterizedTest
    @MethodSource("ordersOfTheReports")
    void inWhateverOrderReportsComeTheFurthestStands(List<DeliveryState> reports) {
        // When
        var states = after(reports);

        // Then
        assertThat(states.getLast()).isEqualTo(READ);
    }

    @ParameterizedTest
    @MethodSource("ordersOfAllReports")
    void noOrderOfReportsMovesASendingBack(List<DeliveryState> reports) {
        // When
        var states = after(reports);

        // Then
        var along = states.stream().filter(LINE::contains).map(LINE::indexOf).toList();
        assertThat(along).isSorted();
        assertThat(states.subList(1, states.size())).doesNotContain(PENDING).doesNotHaveDuplicates();
        var ended = states.stream().filter(List.of(CAPTURED, FAILED)::contains).findFirst();
        ended.ifPresent(end -> assertThat(states.getLast()).isEqualTo(end));
    }

    @ParameterizedTest
    @EnumSource
    void aReportRepeatedChangesNothing(DeliveryState state) {
        assertThat(state.mayBecome(state)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"CAPTURED", "FAILED", "UNCERTAIN"})
    void aPersonMaySendAgainWhatDidNotSurelyArrive(DeliveryState state) {
        // When
        var happened = Story.opened().does(Story.ANNA, new SendAgain(1, state));

        // Then
        assertThat(happened).containsExactly(new Delivery(1, PENDING, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ACCEPTED", "DELIVERED", "READ"})
    void nobodySendsAgainWhatIsUnderWayOrHasArrived(DeliveryState state) {
        assertThatThrownBy(() -> Story.opened().does(Story.ANNA, new SendAgain(1, state)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aReportThatSaysNothingNewIsNotRecorded() {
        // Given
        var story = Story.opened();

        // When
        var happened = story.does(Actor.SYSTEM, new ReportDelivery(1, DELIVERED, ACCEPTED, null));

        // Then
        assertThat(happened).isEmpty();
    }

    private static List<DeliveryState> after(List<DeliveryState> reports) {
        var states = new ArrayList<>(List.of(PENDING));
        for (var next : reports) {
            if (states.getLast().mayBecome(next)) {
                states.add(next);
            }
        }
        return states;
    }

    private static Stream<List<DeliveryState>> orders(List<DeliveryState> reports) {
        if (reports.isEmpty()) {
            return Stream.of(List.of());
        }
        return reports.stream().flatMap(first -> {
            var rest = reports.stream().filter(each -> each != first).toList();
            return orders(rest).map(order -> Stream.concat(Stream.of(first), order.stream())
                    .toList());
        });
    }
}
