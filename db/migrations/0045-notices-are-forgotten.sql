-- The door forgets notices that are long done with: what they were about is on record, and whoever sees it can ask for it.
grant delete on notice to goldthread_door;
