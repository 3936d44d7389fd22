-- The tables that Rapport writes to in a Supabase project (PostgreSQL 15 or newer), when an administrator switches that on.
-- Run it in the SQL editor; what you do not want, leave out. Running it again is harmless and keeps the rows.
-- Tables of your own do as well: rapport_id is text and unique, everything else may be empty, and columns are named as you like.

create table if not exists public.rapport_accounts (
  rapport_id text primary key,
  name text,
  industry text,
  employees integer,
  segment text,
  health_score numeric,
  health_band text,
  churn_probability numeric
);
create table if not exists public.rapport_contacts (
  rapport_id text primary key,
  first_name text,
  last_name text,
  email text,
  phone text,
  title text
);
create table if not exists public.rapport_leads (
  rapport_id text primary key,
  first_name text,
  last_name text,
  email text,
  phone text,
  company text,
  industry text,
  status text,
  lead_points numeric,
  lead_grade text,
  conversion_probability numeric,
  persona text,
  next_best_action text
);
create table if not exists public.rapport_tasks (
  rapport_id text primary key,
  subject text,
  text text,
  due date,
  status text,
  priority text
);

-- Supabase lets everybody read and write new tables of this schema who knows the public key. Not these.
alter table public.rapport_accounts enable row level security;
alter table public.rapport_contacts enable row level security;
alter table public.rapport_leads enable row level security;
alter table public.rapport_tasks enable row level security;
revoke all on public.rapport_accounts, public.rapport_contacts, public.rapport_leads, public.rapport_tasks
  from public, anon, authenticated;
grant select, insert, update, delete
  on public.rapport_accounts, public.rapport_contacts, public.rapport_leads, public.rapport_tasks to service_role;
