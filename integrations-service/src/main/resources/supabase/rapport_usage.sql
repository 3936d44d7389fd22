-- What Rapport reads from a Supabase project (PostgreSQL 15 or newer): how much each company uses the product, day by day.
-- Run it in the SQL editor. Running it again is harmless and keeps the figures.

-- The figures of a company's day. updated_at is when they changed last, whoever changes them.
create table if not exists public.rapport_usage_days (
  domain text not null check (domain = lower(domain)),
  day date not null,
  active_users integer not null check (active_users >= 0),
  weekly_active_users integer check (weekly_active_users >= 0),
  seats integer check (seats >= 0),
  core_features_used integer check (core_features_used >= 0),
  core_features integer check (core_features >= 0),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (domain, day)
);
create index if not exists rapport_usage_days_changed on public.rapport_usage_days (updated_at);

create or replace function public.rapport_usage_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end $$;
create or replace trigger rapport_usage_changed
  before insert or update on public.rapport_usage_days
  for each row execute function public.rapport_usage_changed();

-- What the connection names as its view.
create or replace view public.rapport_usage with (security_invoker = true) as
select
  domain || '/' || to_char(day, 'YYYY-MM-DD') as id,
  domain, day, active_users, weekly_active_users, seats, core_features_used, core_features, updated_at
from public.rapport_usage_days;

-- Supabase lets everybody read new tables of this schema who knows the public key. Not these.
alter table public.rapport_usage_days enable row level security;
revoke all on public.rapport_usage_days, public.rapport_usage from public, anon, authenticated;
grant select on public.rapport_usage_days, public.rapport_usage to service_role;

-- Counts a day anew from the accounts of the project: who has one, and who signed in, by the domain of their address.
-- Replace the query if your product knows better. What stays the same is not written, and so not read again.
create or replace function public.rapport_count_usage(counted date default current_date) returns void
language sql security definer set search_path = '' as $$
  insert into public.rapport_usage_days as known (domain, day, active_users, weekly_active_users, seats)
  select
    lower(split_part(email, '@', 2)),
    counted,
    count(*) filter (where last_sign_in_at >= counted and last_sign_in_at < counted + 1),
    count(*) filter (where last_sign_in_at >= counted - 6 and last_sign_in_at < counted + 1),
    count(*)
  from auth.users
  where email like '%_@_%' and created_at < counted + 1
  group by 1
  on conflict (domain, day) do update set
    active_users = excluded.active_users,
    weekly_active_users = excluded.weekly_active_users,
    seats = excluded.seats
  where (known.active_users, known.weekly_active_users, known.seats)
    is distinct from (excluded.active_users, excluded.weekly_active_users, excluded.seats)
$$;
revoke all on function public.rapport_count_usage(date) from public, anon, authenticated;

-- To count every hour, switch on the extension pg_cron and run:
--   select cron.schedule('rapport-usage', '5 * * * *', 'select public.rapport_count_usage()');
