-- A hash, under the service's key, of the request whose sender chose the command id: the same id with another request is
-- a mistake of theirs. Empty where the id follows from what caused the command.
alter table handled_commands add column asked text;
