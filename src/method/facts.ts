import type { Text } from '#shared/messages.ts';
import { type FactType, boolean, choice, day, minorUnits, number, percent, scale, text } from '#method/fact-type.ts';
import { dealClasses, grades, origins } from '#method/scales.ts';

/** One fact about a deal: its words, its type, and the area (slice) that records it. */
export type FactDefinition = { readonly name: Text; readonly area: string; readonly type: FactType };

/**
 * The catalogue of single-valued facts that a rule may ask for. A fact that nobody has recorded is absent from the
 * source: rules then answer 'unknown', never 'no'. Counted facts (people, rivals, instalments…) are in
 * `fact-lists.ts`. Percentages are 0–100; money is in minor units of the deal's currency.
 */
export const facts = {
  // How complete the four kinds of customer information are (Domain §3)
  'information.current': fact('客户现状资料完整度', 'current-state information', 'accounts', percent),
  'information.organisation': fact('客户组织资料完整度', 'organisation information', 'accounts', percent),
  'information.people': fact('关键人资料完整度', 'information on people', 'accounts', percent),
  'information.competition': fact('竞争资料完整度', 'competition information', 'accounts', percent),
  'account.creditGrade': fact(
    '客户信用等级',
    'customer credit grade',
    'accounts',
    scale({ poor: { zh: '差', en: 'poor' }, fair: { zh: '一般', en: 'fair' }, good: { zh: '良好', en: 'good' } }),
  ),
  'account.screeningOpen': fact('未答的筛选标准数', 'screening criteria not answered', 'accounts', number),
  'account.screeningMet': fact('符合客户筛选标准', 'screening criteria met', 'accounts', boolean),

  // The deal itself
  'deal.amount': fact('预计金额', 'expected amount', 'deals', minorUnits),
  'deal.productLines': fact('已选定的产品线数', 'product lines set', 'deals', number),
  'deal.class': fact('成熟度', 'class', 'deals', scale(dealClasses)),
  'deal.origin': fact('商机来源', 'origin', 'deals', choice(origins)),
  'deal.needExplicit': fact('需求已明确', 'need is explicit', 'deals', boolean),
  'deal.grade': fact('项目等级', 'deal grade', 'deals', choice(grades)),
  'deal.enteredAt': fact('我方介入时客户所处阶段', "buyer's step when we entered", 'deals', { kind: 'buyerStage' }),
  'buyer.stage': fact('客户当前采购阶段', "buyer's current step", 'deals', { kind: 'buyerStage' }),
  'project.approval': fact(
    '立项状态',
    'project approval',
    'deals',
    scale({
      none: { zh: '未提出', en: 'not raised' },
      discussed: { zh: '已讨论', en: 'discussed' },
      approved: { zh: '已批准', en: 'approved' },
    }),
  ),
  'budget.state': fact(
    '预算状态',
    'budget',
    'deals',
    scale({
      none: { zh: '没有预算', en: 'none' },
      expected: { zh: '预计会有', en: 'expected' },
      requested: { zh: '已申请', en: 'requested' },
      approved: { zh: '已批准', en: 'approved' },
      inPlace: { zh: '资金到位', en: 'money in place' },
    }),
  ),
  'budget.source': fact(
    '资金来源',
    'source of funds',
    'deals',
    choice({
      own: { zh: '自有资金', en: 'own funds' },
      allocated: { zh: '上级或财政拨款', en: 'allocated from above or by the state' },
      thirdParty: { zh: '第三方出资', en: 'a third party pays' },
    }),
  ),
  'budget.amount': fact('预算金额', 'budget amount', 'deals', minorUnits),
  'purchase.decisionRules': fact('采购决策规则已掌握', 'decision rules known', 'deals', boolean),
  'purchase.decideOn': fact('预计决策日期', 'expected decision day', 'deals', day),
  'purchase.tenderOn': fact('预计招标日期', 'expected tender day', 'deals', day),
  'purchase.goLiveOn': fact('客户要求投用日期', "customer's go-live day", 'deals', day),
  'supplier.registered': fact('已在采购部门登记为供应商', 'registered with purchasing', 'deals', boolean),
  'supplier.shortlisted': fact('已进入供应商短名单', 'shortlisted as supplier', 'deals', boolean),

  // The evaluation model (industrial playbook)
  'scorecard.unknown': fact('评估表未知项数', 'unknown items in the evaluation', 'deals', number),
  'scorecard.score': fact('评估得分', 'evaluation score', 'deals', number),
  'scorecard.decision': fact(
    '评估结论',
    'evaluation decision',
    'deals',
    choice({
      go: { zh: '跟进', en: 'go' },
      lower: { zh: '降低接触', en: 'lower contact' },
      drop: { zh: '放弃', en: 'drop' },
    }),
  ),

  // Needs tree
  'needs.completePaths': fact('需求树完整路径数', 'complete paths in the needs tree', 'needs', number),
  'needs.unconfirmedProblems': fact(
    '未经本人确认的问题数',
    'problems not confirmed by a named person',
    'needs',
    number,
  ),
  'criteria.ours': fact(
    '含我方独特优势的采购指标数',
    'purchase criteria that carry our unique features',
    'needs',
    number,
  ),

  // Quote, bid, negotiation, contract
  'quote.priceApproval': fact(
    '价格审批',
    'price approval',
    'quotes',
    choice({
      notNeeded: { zh: '无需审批', en: 'not needed' },
      pending: { zh: '审批中', en: 'pending' },
      approved: { zh: '已批准', en: 'approved' },
      refused: { zh: '未批准', en: 'refused' },
    }),
  ),
  'bid.decision': fact(
    '投标决定',
    'bid decision',
    'bids',
    choice({
      go: { zh: '参加投标', en: 'bid' },
      negotiated: { zh: '议标', en: 'negotiated bid' },
      noGo: { zh: '不参加', en: 'no bid' },
    }),
  ),
  'bid.submitted': fact('标书已递交', 'bid submitted', 'bids', boolean),
  'bid.inTime': fact('赶在截止时间前递交', 'submitted before the deadline', 'bids', boolean),
  'bid.qualificationComplete': fact('资格文件齐全', 'qualification documents complete', 'bids', boolean),
  'bid.openMandatoryClauses': fact('未答复的★条款数', 'open mandatory clauses', 'bids', number),
  'bid.bond': fact(
    '投标保证金',
    'bid bond',
    'bids',
    choice({
      notAsked: { zh: '不要求', en: 'not asked for' },
      due: { zh: '待缴', en: 'due' },
      paid: { zh: '已缴', en: 'paid' },
      returned: { zh: '已退回', en: 'returned' },
    }),
  ),
  'bid.openingRecorded': fact('开标情况已记录', 'opening recorded', 'bids', boolean),
  'bid.openClarifications': fact('未答复的澄清数', 'clarifications not answered', 'bids', number),
  'bid.award': fact(
    '定标结果',
    'award',
    'bids',
    choice({
      pending: { zh: '未公布', en: 'not announced' },
      ours: { zh: '我方中标', en: 'awarded to us' },
      other: { zh: '他人中标', en: 'awarded to another' },
      cancelled: { zh: '废标或流标', en: 'cancelled' },
    }),
  ),
  'contract.state': fact(
    '合同状态',
    'contract',
    'contracts',
    scale({
      draft: { zh: '起草', en: 'draft' },
      review: { zh: '评审中', en: 'in review' },
      approved: { zh: '已批准', en: 'approved' },
      signed: { zh: '已签订', en: 'signed' },
      closed: { zh: '已结案', en: 'closed' },
    }),
  ),
  'contract.review': fact('合同评审', 'contract review', 'contracts', reviewResult()),
  'credit.review': fact('信用评审', 'credit review', 'contracts', reviewResult()),

  // Keeping the account
  'visits.cadenceKept': fact('按约定的节奏回访', 'revisits keep their cadence', 'activities', boolean),
  'satisfaction.score': fact('客户满意度', 'customer satisfaction', 'satisfaction', percent),
  'satisfaction.targetMet': fact('满意度达到目标', 'satisfaction reaches the target', 'satisfaction', boolean),
  'accountPlan.reviewedInTime': fact('客户规划按期回顾', 'account plan reviewed in time', 'accountPlans', boolean),

  // A simple sale: an order instead of a contract, promises instead of milestones (Playbooks P6)
  'order.received': fact('订单已收到', 'order received', 'deals', boolean),
  'promises.open': fact('还没兑现的承诺数', 'promises not kept yet', 'deals', number),

  // Under which evaluation model the ratings were made, and why the grade is not the proposed one
  'scorecard.model': fact('评估模型版本', 'version of the evaluation model', 'evaluation', number),
  'scorecard.goLine': fact('跟进线', 'line from which to go', 'evaluation', number),
  'scorecard.dropLine': fact('放弃线', 'line below which to drop', 'evaluation', number),
  'deal.gradeReason': fact('定级理由', 'reason for the grade', 'evaluation', text),
} as const satisfies { readonly [id: string]: FactDefinition };

export type FactId = keyof typeof facts;

function fact<const T extends FactType>(zh: string, en: string, area: string, type: T) {
  return { name: { zh, en }, area, type } as const;
}

function reviewResult() {
  return choice({
    pending: { zh: '进行中', en: 'pending' },
    passed: { zh: '通过', en: 'passed' },
    failed: { zh: '未通过', en: 'failed' },
  });
}
