//! Pay and working conditions: what employees say about them is theirs, and is never flagged.
//!
//! Never: finds anything to settle; it says when the kinds about people keep out.

use std::sync::LazyLock;

use super::kind::Looking;
use crate::text::PhraseMap;

/// Words for pay and working conditions, in the languages of the cases.
const WORDS: &str = "wage|wages|salary|salaries|payslip|pay slip|payday|pay day|pay rise|pay raise|pay cut|pay gap|\
our pay|my pay|their pay|the pay|fair pay|equal pay|low pay|better pay|holiday pay|sick pay|pay us|pays us|paid us|\
pay me|pays me|paid me|pay you|pay people|pay staff|pays staff|pay its|pays its|pay their|pays their|get paid|\
gets paid|getting paid|got paid|are paid|is paid|be paid|was paid|were paid|am paid|underpaid|unpaid|paid less|\
paid more|paid fairly|paid badly|badly paid|well paid|minimum wage|living wage|overtime|union|unions|unionise|\
unionize|unionised|unionized|trade union|works council|collective bargaining|on strike|the strike|a strike|strikes|picket|\
walkout|working conditions|work conditions|working hours|work hours|long hours|our hours|my hours|zero hours|\
zero-hours|working time|my shift|our shift|night shift|late shift|double shift|shifts|rota|understaffed|short-staffed|short staffed|staffing|workload|burnout|\
burned out|burnt out|our breaks|my break|no breaks|break times|break room|lunch break|day off|days off|time off|annual leave|sick leave|parental leave|\
maternity leave|paternity leave|our leave|my leave|our benefits|my benefits|health insurance|pension|our bonus|my bonus|bonuses|\
our contract|our contracts|my contract|employment contract|temp contract|layoff|layoffs|laid off|redundancy|\
redundancies|fired|sacked|harassment|harassed|bullying|bullied|discriminated|discrimination|whistleblower|\
workplace safety|unsafe at work|safe at work|injured at work|hot at work|too hot to work|how we are treated|\
how they treat|treat us|treats us|treat their workers|treats its workers|treat workers|treat staff|treats staff|\
four-day week|four day week|remote work|return to office|fairpay|equalpay|paygap|livingwage|fightfor15|\
lohn|löhne|gehalt|gehälter|bezahlung|unterbezahlt|überstunden|gewerkschaft|gewerkschaften|betriebsrat|streik|streiks|\
streiken|arbeitsbedingungen|arbeitszeit|arbeitszeiten|tarifvertrag|mindestlohn|schicht|schichten|urlaubstage|\
krankengeld|kündigung|kündigungen|entlassen|mobbing|\
salaire|salaires|paie|payé|payée|payés|sous-payé|grève|grèves|syndicat|syndicats|heures supplémentaires|\
conditions de travail|congés|licenciement|licenciements|harcèlement|smic|\
salario|salarios|sueldo|sueldos|huelga|sindicato|sindicatos|horas extra|condiciones laborales|condiciones de trabajo|\
despido|despidos|acoso|salário|salários|greve|horas extras|condições de trabalho|\
stipendio|stipendi|sciopero|sindacati|straordinari|condizioni di lavoro|\
loon|lonen|salaris|salarissen|staking|vakbond|overuren|arbeidsvoorwaarden|\
płaca|płace|pensja|pensje|wynagrodzenie|strajk|nadgodziny|warunki pracy|związek zawodowy|\
給料|賃金|残業|労働条件|労働組合|工资|加班|工会|工作条件|급여|임금|야근|노조|зарплата|профсоюз|забастовка|راتب|رواتب|أجور|نقابة|إضراب";

static CONDITIONS: LazyLock<PhraseMap> =
    LazyLock::new(|| PhraseMap::new(WORDS.split('|').map(|word| (word, 0))));

/// Whether the text speaks of pay or working conditions.
pub(super) fn is_about_conditions(looking: &Looking<'_>) -> bool {
    !CONDITIONS.find(looking.text(), looking.tokens).is_empty()
}
