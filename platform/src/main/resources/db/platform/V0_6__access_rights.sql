-- What people may do on each account, followed from identity: a token may be a quarter of an hour old. An older event that
-- comes late must change nothing: sequence.
create table access_right (
    user_id    uuid   not null,
    account_id uuid   not null,
    role       text   not null,
    functions  text[] not null,
    sequence   bigint not null,
    primary key (user_id, account_id)
);

grant select, insert, update, delete on access_right to "${app_role}";
