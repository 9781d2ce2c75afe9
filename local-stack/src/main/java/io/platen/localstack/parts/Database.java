package io.platen.localstack.parts;

/**
 * One service's database: the owner runs the migrations, the app role is what the service works with.
 *
 * @param url JDBC
 */
public record Database(String name, String url, String owner, String ownerPassword, String app, String appPassword) {}
