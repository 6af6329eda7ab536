-- A row keeps the day its duty was first done, also where that is not judged yet or was too late.
call build_anew('overview');
