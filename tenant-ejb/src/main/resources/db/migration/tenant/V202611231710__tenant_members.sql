-- Reading members and sessions.

-- the list of members, newest first
create index tenant_user_created on tenant_user (tenant_id, created_at, id);
-- the list of an account's sessions, and ending them all
create index account_session_account on account_session (account_id, created_at, id);
-- when a session was last used, and using its tokens up
create index refresh_token_unused on refresh_token (session_id) where used_at is null;
