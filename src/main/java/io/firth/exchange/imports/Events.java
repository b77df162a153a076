package io.firth.exchange.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.exchange.imports.Line.What;
import io.firth.exchange.imports.Line.Who;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What customers did outside of conversations. */
final class Events {

    private static final int LONGEST_WORD = 200;
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal MOST = new BigDecimal("1e15");
    private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9_.-]{0,59}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private Events() {}

    static What read(Fields line, Who from) {
        if (!(from instanceof Who.Customer)) {
            throw new Unfit("a customer event is a customer's, not an agent's");
        }
        var event = line.required("event", LONGEST_WORD);
        if (!EVENT.matcher(event).matches()) {
            throw new Unfit("`event` is no word such as purchase, refund, renewal or churned");
        }
        var amount = amount(line);
        var currency = line.line("currency", LONGEST_WORD);
        if (currency != null && !CURRENCY.matcher(currency).matches()) {
            throw new Unfit("`currency` is no code of three capital letters, such as EUR");
        }
        if (amount != null && currency == null) {
            throw new Unfit("`currency` is missing: an amount needs one");
        }
        return new What.Event(event, amount, currency);
    }

    private static @Nullable BigDecimal amount(Fields line) {
        var value = line.value("amount");
        if (value == null) {
            return null;
        }
        var amount = value.isNumber() ? value.decimalValue() : written(value);
        if (amount.scale() > MOST_DECIMALS || amount.abs().compareTo(MOST) >= 0) {
            throw new Unfit("`amount` has too many digits");
        }
        return amount;
    }

    private static BigDecimal written(JsonNode value) {
        if (!value.isTextual() || !DECIMAL.matcher(value.textValue()).matches()) {
            throw new Unfit("`amount` is no number");
        }
        return new BigDecimal(value.textValue());
    }
}
