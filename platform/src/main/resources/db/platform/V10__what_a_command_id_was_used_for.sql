-- A fingerprint of the request whose sender chose the command id: the same id with another request is a mistake of theirs.
-- Its key is not stored, so that nothing can be guessed from the fingerprint.
alter table handled_commands add column asked text;
