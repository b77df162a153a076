-- Keys of screens on the wall.
alter table api_key drop constraint api_key_role_check;
alter table api_key add check (role in ('wall', 'agent', 'supervisor', 'administrator'));
