-- Every view can be built from nothing beside itself.
call add_other_version('due_days');
call add_other_version('contact');
call add_other_version('agreed');
call add_other_version('completeness');
