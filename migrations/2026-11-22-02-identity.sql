-- Sign-in identities, as the library that keeps them (better-auth) expects its tables. They have no tenant: one person may
-- work for several companies; auth_memberships says as which user. The tenant role may not touch them.

create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);

create table auth_session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth_user on delete cascade
);
create index auth_session_user on auth_session ("userId");

create table auth_account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth_user on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index auth_account_user on auth_account ("userId");

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index auth_verification_identifier on auth_verification (identifier);

create table auth_two_factor (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth_user on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index auth_two_factor_secret on auth_two_factor (secret);
create index auth_two_factor_user on auth_two_factor ("userId");

create table auth_memberships (
  identity_id text not null references auth_user on delete cascade,
  tenant_id uuid not null references tenants on delete cascade,
  user_id uuid not null,
  primary key (identity_id, tenant_id)
);
create index auth_memberships_user on auth_memberships (tenant_id, user_id);

-- Wrong passwords in a row, by address, whether or not the address is known.
create table auth_lockouts (
  email text primary key,
  failures integer not null,
  failed_at timestamptz not null,
  locked_until timestamptz
);

alter table auth_user enable row level security;
revoke all on auth_user from longmen_tenant;
alter table auth_session enable row level security;
revoke all on auth_session from longmen_tenant;
alter table auth_account enable row level security;
revoke all on auth_account from longmen_tenant;
alter table auth_verification enable row level security;
revoke all on auth_verification from longmen_tenant;
alter table auth_two_factor enable row level security;
revoke all on auth_two_factor from longmen_tenant;
alter table auth_memberships enable row level security;
revoke all on auth_memberships from longmen_tenant;
alter table auth_lockouts enable row level security;
revoke all on auth_lockouts from longmen_tenant;
