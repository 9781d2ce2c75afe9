/**
 * Runs the whole house on one machine: PostgreSQL, Kafka, mail and every service as a process of its own.
 *
 * <p>{@code Main} is the command line behind {@code ./platen}; {@link io.platen.localstack.LocalStack} is the same for
 * tests and benchmarks. {@code process} keeps processes, {@code parts} are the infrastructure, {@code apps} prepares
 * and runs the services, {@code access} talks to them as a user would, {@code demo} fills them.
 */
@NullMarked
package io.platen.localstack;

import org.jspecify.annotations.NullMarked;
