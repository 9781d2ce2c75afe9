package io.platen.gateway.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Pages of identity-service speak the language that was chosen in the portal. A sign-in leads there over redirects that
 * keep no parameter, so the portal leaves a cookie, and it takes the place of what the browser was set up for.
 */
final class ChosenLanguage extends OncePerRequestFilter {

    static final String COOKIE = "PLATEN_LANGUAGE";

    private static final Set<String> LANGUAGES = Set.of("en", "nl", "pt");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var cookie = WebUtils.getCookie(request, COOKIE);
        var language = cookie == null ? "" : cookie.getValue();
        chain.doFilter(LANGUAGES.contains(language) ? new Speaking(request, language) : request, response);
    }

    private static final class Speaking extends HttpServletRequestWrapper {

        private final String language;

        Speaking(HttpServletRequest request, String language) {
            super(request);
            this.language = language;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isLanguage(name) ? language : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isLanguage(name) ? Collections.enumeration(List.of(language)) : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(Collections.list(super.getHeaderNames()));
            names.add(HttpHeaders.ACCEPT_LANGUAGE);
            return Collections.enumeration(names);
        }

        private static boolean isLanguage(String name) {
            return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name);
        }
    }
}
