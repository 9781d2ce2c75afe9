package io.platen.platform.axon;

import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Gives every aggregate the transaction-safe cache and lock, and targets found once, unless its annotation names others. */
final class AggregateDefaults implements BeanPostProcessor {

    private final ConfigurableListableBeanFactory beans;

    AggregateDefaults(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
            var chosen = beans.getBeanDefinition(name).getPropertyValues();
            if (!chosen.contains("cache")) {
                aggregate.setCache("aggregateCache");
            }
            if (!chosen.contains("lockFactory")) {
                aggregate.setLockFactory("aggregateLocks");
            }
            if (!chosen.contains("commandTargetResolver")) {
                aggregate.setCommandTargetResolver("commandTargets");
            }
        }
        return bean;
    }
}
