/* survey - all that a document shows beside the indicators. */
#include "facts/survey.h"

#include "base/arena.h"
#include "facts/activity.h"
#include "facts/agreed.h"
#include "facts/amend.h"
#include "facts/basis.h"
#include "facts/burndown.h"
#include "facts/capacity.h"
#include "facts/carry.h"
#include "facts/chain.h"
#include "facts/coursemap.h"
#include "facts/cross.h"
#include "facts/duty.h"
#include "facts/dutysheet.h"
#include "facts/demand.h"
#include "facts/dictionary.h"
#include "facts/effort.h"
#include "facts/gantt.h"
#include "facts/headline.h"
#include "facts/heat.h"
#include "facts/estatemap.h"
#include "facts/fleet.h"
#include "facts/forecast.h"
#include "facts/incident.h"
#include "facts/ledger.h"
#include "facts/levels.h"
#include "facts/months.h"
#include "facts/overview.h"
#include "facts/people.h"
#include "facts/publish.h"
#include "facts/riskmap.h"
#include "facts/spread.h"
#include "facts/readiness.h"
#include "facts/trend.h"
#include "facts/upshot.h"
#include "facts/uptime.h"
#include "facts/workplan.h"

void survey_table(struct arena *arena, struct facts *facts,
    struct fact_table table) {
	facts->table = arena_room(arena, facts->table, facts->tables,
	    sizeof *facts->table);
	facts->table[facts->tables++] = table;
}

void survey_chart(struct arena *arena, struct facts *facts,
    struct fact_chart chart) {
	facts->chart = arena_room(arena, facts->chart, facts->charts,
	    sizeof *facts->chart);
	facts->chart[facts->charts++] = chart;
}

void survey_graph(struct arena *arena, struct facts *facts,
    struct fact_graph graph) {
	facts->graph = arena_room(arena, facts->graph, facts->graphs,
	    sizeof *facts->graph);
	facts->graph[facts->graphs++] = graph;
}

void survey_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	for (size_t i = 0; i < facts->figures; i++)
		trend_add(arena, facts, &facts->figure[i], outcomes[i]);
	overview_add(arena, facts, outcomes);
	fleet_add(arena, facts);
	months_add(arena, facts);
	chain_add(arena, facts);
	ledger_add(arena, facts);
	amend_add(arena, facts);
	readiness_add(arena, facts);
	carry_add(arena, facts);
	capacity_add(arena, facts);
	forecast_add(arena, facts);
	activity_add(arena, facts);
	heat_add(arena, facts);
	uptime_add(arena, facts, outcomes);
	burndown_add(arena, facts, outcomes);
	spread_add(arena, facts, outcomes);
	levels_add(arena, facts, outcomes);
	gantt_add(arena, facts);
	riskmap_add(arena, facts);
	effort_add(arena, facts);
	demand_add(arena, facts, outcomes);
	cross_add(arena, facts);
	people_add(arena, facts);
	coursemap_add(arena, facts);
	agreed_add(arena, facts);
	workplan_add(arena, facts);
	estatemap_add(arena, facts);
	dictionary_add(arena, facts);
	duty_fill(arena, facts);
	dutysheet_add(arena, facts);
	incident_add(arena, facts);
	publish_add(arena, facts);
	basis_add(arena, facts);
	headline_add(arena, facts);
	upshot_add(arena, facts);
}
