-- Each view can be built from nothing beside itself.
call add_other_version('notices');
call add_other_version('due_notices');
