-- What telephone systems poll: the unfinished requests of a person. Small, because most requests are finished; it holds
-- all that is asked.
CREATE INDEX requests_unfinished ON requests (requester_id, sort_deadline, id, number, situation)
    WHERE situation IN ('in_progress', 'reopened', 'suspended');
