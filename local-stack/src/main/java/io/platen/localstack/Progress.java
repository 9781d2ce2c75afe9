package io.platen.localstack;

/** Told what happens while the stack starts and runs. */
public interface Progress {

    /** A part is there. */
    void ready(String part, String where);

    /** Something takes longer, once. */
    void note(String text);

    /** Something went wrong that the stack lives with. */
    void warn(String text);

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void ready(String part, String where) {}

            @Override
            public void note(String text) {}

            @Override
            public void warn(String text) {}
        };
    }
}
