-- What only one may have; written in the transaction of the event.
create table reservation (
    kind  text not null,
    value text not null, -- in lower case
    owner uuid not null,
    primary key (kind, value)
);

-- The directory: current state beside the events, written in their transaction.
create table account (
    id                      uuid primary key,
    customer_account_number text not null,
    system_account_number   text not null,
    name                    text not null,
    country                 text not null,
    region                  text not null
);

create table person (
    id       uuid primary key,
    email    text    not null, -- unique by its reservation
    name     text    not null,
    language text    not null,
    active   boolean not null
);

create index person_email on person (email);

create table person_right (
    person_id  uuid   not null,
    account_id uuid   not null,
    role       text   not null,
    granted    text[] not null,
    revoked    text[] not null,
    primary key (person_id, account_id)
);

create table person_staff (
    person_id uuid primary key,
    role      text   not null,
    regions   text[] not null -- none means all
);

create table agent (
    id         uuid primary key,
    account_id uuid not null,
    name       text not null
);

-- Passwords; never in events.
create table credential (
    person_id     uuid primary key,
    password_hash text not null
);

create table sign_in_failure (
    id        bigint generated always as identity primary key,
    user_name text        not null,
    at        timestamptz not null
);
create index sign_in_failure_of on sign_in_failure (user_name);
create index sign_in_failure_at on sign_in_failure (at);

create table sign_in_lock (
    user_name text primary key,
    until     timestamptz not null
);

create table signing_key (
    kid        text primary key,
    created_at timestamptz not null,
    jwk        text        not null -- with the private part
);

-- Spring Authorization Server, with PostgreSQL's types.
create table oauth2_registered_client (
    id                            varchar(100) primary key,
    client_id                     varchar(100)  not null unique,
    client_id_issued_at           timestamptz   not null default current_timestamp,
    client_secret                 varchar(200),
    client_secret_expires_at      timestamptz,
    client_name                   varchar(200)  not null,
    client_authentication_methods varchar(1000) not null,
    authorization_grant_types     varchar(1000) not null,
    redirect_uris                 text,
    post_logout_redirect_uris     text,
    scopes                        varchar(1000) not null,
    client_settings               varchar(2000) not null,
    token_settings                varchar(2000) not null
);

create table oauth2_authorization_consent (
    registered_client_id varchar(100)  not null,
    principal_name       varchar(200)  not null,
    authorities          varchar(1000) not null,
    primary key (registered_client_id, principal_name)
);

create table oauth2_authorization (
    id                            varchar(100) primary key,
    registered_client_id          varchar(100) not null,
    principal_name                varchar(200) not null,
    authorization_grant_type      varchar(100) not null,
    authorized_scopes             varchar(1000),
    attributes                    text,
    state                         varchar(500),
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             varchar(100),
    access_token_scopes           varchar(1000),
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text
);
create index oauth2_authorization_of on oauth2_authorization (principal_name);
create index oauth2_authorization_by_state on oauth2_authorization (state) where state is not null;
create index oauth2_authorization_by_code on oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_by_access_token on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_by_refresh_token on oauth2_authorization using hash (refresh_token_value);
create index oauth2_authorization_by_id_token on oauth2_authorization using hash (oidc_id_token_value);

-- Spring Session.
create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
