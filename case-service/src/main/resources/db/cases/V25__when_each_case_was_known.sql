-- Nobody could be in touch through us before we knew of the case: silence is reckoned from then at the earliest.
call in_each_version('contact', $$
alter table view.cases add column known_on date;
$$);
call build_anew('contact');
