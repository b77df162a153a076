package io.firth.channel;

/**
 * What came of one step of trying an account out.
 *
 * @param step a short lasting name, such as {@code receive}
 * @param hint whether it works as it is, and something could be better
 * @param detail what was seen, or what went wrong and what to do, in a sentence; never a secret
 */
public record Trial(String step, boolean ok, boolean hint, String detail) {

    public Trial(String step, boolean ok, String detail) {
        this(step, ok, false, detail);
    }

    public static Trial passed(String step, String detail) {
        return new Trial(step, true, detail);
    }

    public static Trial hint(String step, String detail) {
        return new Trial(step, true, true, detail);
    }

    public static Trial failed(String step, String detail) {
        return new Trial(step, false, detail);
    }
}
