-- The view can be built from nothing beside itself.
call add_other_version('case_meetings');
