package io.platen.identity.signin;

import io.platen.identity.user.Language;
import io.platen.platform.problem.Problems;
import io.platen.platform.security.Audience;
import io.platen.platform.security.OpenTo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with the two fields, in three languages. */
@Controller
class SignInPage {

    static final String PATH = "/sign-in";
    static final String ERROR = "error";
    static final String LANG = "lang";
    private static final Set<String> ERRORS = Set.of("INVALID_CREDENTIALS", "LOGIN_LOCKED", "PAGE_EXPIRED");

    @GetMapping(PATH)
    @OpenTo(Audience.ANYBODY)
    String page(
            HttpServletRequest request,
            @RequestParam(name = LANG, required = false) @Nullable String lang,
            @RequestParam(name = ERROR, required = false) @Nullable String error,
            Model model) {
        var language = lang != null && Language.ALL.contains(lang)
                ? lang
                : Problems.languageOf(request).getLanguage();
        model.addAttribute("lang", language);
        model.addAttribute("languages", Map.of("en", "English", "nl", "Nederlands", "pt", "Português"));
        model.addAttribute("codes", Language.ALL);
        model.addAttribute("text", texts(language));
        model.addAttribute("code", error != null && ERRORS.contains(error) ? error : null);
        return "sign-in";
    }

    static Map<String, String> texts(String language) {
        var bundle = ResourceBundle.getBundle(
                "signin.texts",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    }
}
