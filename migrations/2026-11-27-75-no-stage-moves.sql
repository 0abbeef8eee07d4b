-- What a deal's moves were is told by its events, how long it stood where by deal_states: a third account of the same is not kept.
drop table stage_moves;
