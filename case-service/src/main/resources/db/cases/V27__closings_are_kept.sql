-- A closed case keeps the day it was closed after, given up; one that was noted again stood before all others for ever.
call build_anew('due_days');
