package io.platen.gateway.api;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The portal's files and the habits of every answer. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String PORTAL = "classpath:/META-INF/resources/";

    private final RateLimit rateLimit;
    private final ViewHeaders viewHeaders;

    WebConfiguration(RateLimit rateLimit, ViewHeaders viewHeaders) {
        this.rateLimit = rateLimit;
        this.viewHeaders = viewHeaders;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rateLimit)
                .addPathPatterns("/api/**", "/identity", "/identity/**")
                .order(-20);
        registry.addInterceptor(viewHeaders)
                .addPathPatterns(
                        "/api/me",
                        "/api/dashboard",
                        "/api/devices",
                        "/api/devices/**",
                        "/api/agents",
                        "/api/device-groups",
                        "/api/device-requests",
                        "/api/colleagues",
                        "/api/meters/**",
                        "/api/reads.xlsx",
                        "/api/corrections",
                        "/api/corrections/**",
                        "/api/investigations",
                        "/api/customers",
                        "/api/customers/**",
                        "/api/tickets",
                        "/api/tickets/**",
                        "/api/board",
                        "/api/worklist",
                        "/api/staff",
                        "/api/orders",
                        "/api/contracts",
                        "/api/invoices",
                        "/api/invoices/**");
    }

    /** Names under assets change with their content; everything else is asked for again. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(PORTAL + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/*.html", "/*.js", "/*.svg", "/*.png", "/*.ico", "/*.txt", "/*.webmanifest")
                .addResourceLocations(PORTAL)
                .setCacheControl(CacheControl.noCache());
    }

    /** The portal finds its own way from any of its addresses. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (var path : new String[] {
            "/",
            "/dashboard",
            "/devices",
            "/devices/**",
            "/agents",
            "/reads",
            "/reads/**",
            "/customers",
            "/customers/**",
            "/tickets",
            "/tickets/**",
            "/board",
            "/visits",
            "/visits/**",
            "/orders",
            "/invoices",
            "/invoices/**",
            "/support"
        }) {
            registry.addViewController(path).setViewName("forward:/index.html");
        }
    }
}
