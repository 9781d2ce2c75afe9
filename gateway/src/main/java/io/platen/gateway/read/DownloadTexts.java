package io.platen.gateway.read;

import java.util.Locale;
import java.util.ResourceBundle;

/** What stands in the files that are downloaded, in en, nl or pt; English for any other language. */
final class DownloadTexts {

    private static final String BUNDLE = "downloads.downloads";
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    DownloadTexts(String language) {
        var known = language.equals("nl") || language.equals("pt") ? language : "en";
        this.texts = ResourceBundle.getBundle(BUNDLE, Locale.of(known), EXACTLY);
    }

    String of(String key) {
        return texts.getString(key);
    }

    String yesOrNo(boolean yes) {
        return of(yes ? "yes" : "no");
    }
}
