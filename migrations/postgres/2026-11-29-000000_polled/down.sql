DROP INDEX requests_unfinished;
