import { type Card, fsrsWeights, type Memory, type SchedulingOptions } from "./card";
import { memoryModel, type MemoryModel } from "./plan/memory-model";

const dayMs = 86_400_000;

export interface ForecastWish {
  /** When the learner's calendar day began. */
  start: Date;
  days: number;
  /** Cards that a day holds, day 0 being today; Infinity for no limit. */
  limitOf: (day: number) => number;
  /** Cards reviewed today before now. */
  done: number;
  /** New questions begun on a day; their first answer is not a review. */
  newOf: (day: number) => number;
  /** The share of new questions that are right at first. */
  firstRecall: number;
  secondsPerAnswer: number;
  options?: SchedulingOptions;
}
export interface ForecastDay {
  /** Cards that fall due on the day, those due before today counted today. */
  due: number;
  /** Cards reviewed, within the limit. */
  reviews: number;
  /** Due and left for a later day. */
  waiting: number;
  seconds: number;
}
/** A card, or the part of it that took one of the ways it could go. */
interface Part extends Memory {
  mass: number;
  lastDay: number;
  /** What another day of waiting would lose; set where a day has to choose. */
  cost: number;
}
/** FSRS in closed form, and the interval that the wished retention asks for (whole days, 1 to 36500). */
interface Scheduling extends MemoryModel {
  interval(stability: number): number;
}
function schedulingOf({ retention = 0.9, ...options }: SchedulingOptions = {}): Scheduling {
  const model = memoryModel(fsrsWeights(options));
  const days = model.daysUntil(retention, 1);
  return { ...model, interval: (stability) => Math.min(36_500, Math.max(1, Math.round(stability * days))) };
}
/** The next memory `waited` whole days after the last answer; 0 is the same day. */
function answered(model: MemoryModel, { stability, difficulty }: Memory, waited: number, rating: 1 | 3): Memory {
  const r = model.recall(waited, stability);
  const after =
    waited === 0
      ? model.sameDay(stability, rating)
      : rating === 1
        ? model.afterLapse(stability, difficulty, r)
        : model.afterRecall(stability, difficulty, r);
  return { stability: after, difficulty: model.nextDifficulty(difficulty, rating) };
}
/**
 * Below this a part goes the likelier way as a whole; a card would fork without end. The likelier way is nearly always to
 * remember, so a larger one would leave out what the forgotten parts bring: at 0.004 a month of few cards lacked 2 %.
 */
const smallest = 0.0001;
/**
 * Smaller parts are pooled with those that were answered and fall due on the same days, are about as stable (ten steps in
 * an octave) and as difficult (whole steps). On 400 cards of hours to 45 days a month is within 0.1 % of following every part
 * to the end, and a day of it within 3 %; steps half as wide cost twice the time and bring a day no nearer.
 */
const pooledBelow = 0.05;
const stepsInOctave = 10;

interface Pool {
  mass: number;
  lastDay: number;
  /** Sums, weighted by mass. */
  stability: number;
  difficulty: number;
}
/** What falls due on one day. Without pools a card that is seen every other day would be thousands of parts after a month. */
class CalendarDay {
  readonly large: Part[] = [];
  private readonly pools = new Map<number, Pool>();

  add({ stability, difficulty }: Memory, mass: number, lastDay: number) {
    if (mass >= pooledBelow) {
      this.large.push({ stability, difficulty, mass, lastDay, cost: 0 });
      return;
    }
    const stable = lastDay * 1000 + Math.round(Math.log2(stability) * stepsInOctave);
    const key = stable * 100 + Math.round(difficulty);
    const pool = this.pools.get(key);
    if (!pool) {
      this.pools.set(key, { mass, lastDay, stability: mass * stability, difficulty: mass * difficulty });
      return;
    }
    pool.mass += mass;
    pool.stability += mass * stability;
    pool.difficulty += mass * difficulty;
  }
  parts(): Part[] {
    const parts = [...this.large];
    for (const { mass, lastDay, stability, difficulty } of this.pools.values())
      parts.push({ mass, lastDay, stability: stability / mass, difficulty: difficulty / mass, cost: 0 });
    return parts;
  }
}

/**
 * The load of the coming days in expectation. Each card is followed as FSRS would schedule it; at a review it forks into the
 * part that is remembered, with probability R, rated Good, and the part that is forgotten, rated Again, asked once more the
 * same day and seen again by its new stability. fsrs-rs' simulator (`simulation.rs`, behind Anki's "Simulate") draws these
 * outcomes at random; here both ways are weighed, so that the same cards always give the same figures. What a day's limit
 * leaves waits, and the memories that lose most go first, as in `planDay`. Parts that have become alike are pooled.
 */
export function forecastLoad(
  cards: readonly Pick<Card, "due" | "stability" | "difficulty" | "lastReview">[],
  wish: ForecastWish,
): ForecastDay[] {
  const { start, days } = wish;
  const model = schedulingOf(wish.options);
  const dayOf = (at: Date) => Math.floor((at.getTime() - start.getTime()) / dayMs);
  const calendar = Array.from({ length: days }, () => new CalendarDay());
  for (const { due, stability, difficulty, lastReview } of cards)
    if (lastReview && stability > 0)
      calendar[Math.max(0, dayOf(due))]?.large.push({
        mass: 1,
        stability,
        difficulty,
        lastDay: dayOf(lastReview),
        cost: 0,
      });

  let carried: Part[] = [];
  return calendar.map((falls, day) => {
    const falling = falls.parts();
    const limit = Math.max(0, wish.limitOf(day) - (day === 0 ? wish.done : 0));
    const { taken, left } = take([...carried, ...falling], limit, day, model);
    let seconds = 0;
    for (const part of taken) seconds += review(part, day, wish.secondsPerAnswer, model, calendar);
    begin(wish.newOf(day), day, wish.firstRecall, model, calendar);
    carried = pooled(left);
    return { due: massOf(falling), reviews: massOf(taken), waiting: massOf(left), seconds };
  });
}

/** What waits day after day is a pile of small parts of many days, to be ranked anew on each. */
function pooled(parts: readonly Part[]): Part[] {
  const pile = new CalendarDay();
  for (const part of parts) pile.add(part, part.mass, part.lastDay);
  return pile.parts();
}
const massOf = (parts: readonly Part[]) => parts.reduce((sum, { mass }) => sum + mass, 0);

/**
 * What the day holds of a pile, the memories that lose most by waiting first; the last one may be taken in part. What was
 * answered on the day already and comes back within its steps of minutes is on top of the limit, as in `planDay`.
 */
function take(pile: Part[], limit: number, day: number, model: MemoryModel): { taken: Part[]; left: Part[] } {
  const again = pile.filter(({ lastDay }) => lastDay >= day);
  const fresh = pile.filter(({ lastDay }) => lastDay < day);
  if (massOf(fresh) <= limit) return { taken: pile, left: [] };
  for (const part of fresh) part.cost = model.lossPerDay(day - part.lastDay, part.stability);
  const ranked = fresh.toSorted((a, b) => b.cost - a.cost);
  const taken: Part[] = again;
  const left: Part[] = [];
  let room = limit;
  for (const part of ranked) {
    if (room <= 0) {
      left.push(part);
      continue;
    }
    const now = Math.min(part.mass, room);
    room -= now;
    if (now > 0) taken.push({ ...part, mass: now });
    if (part.mass > now) left.push({ ...part, mass: part.mass - now });
  }
  return { taken, left };
}

/** Both ways that a review can go. @returns seconds that it takes in expectation */
function review(
  part: Part,
  day: number,
  secondsPerAnswer: number,
  model: Scheduling,
  calendar: readonly CalendarDay[],
) {
  const waited = Math.max(0, day - part.lastDay);
  const recall = model.recall(waited, part.stability);
  const kept = part.mass * recall;
  const lost = part.mass - kept;
  const small = Math.min(kept, lost) < smallest;
  if (!small || kept >= lost) plan(answered(model, part, waited, 3), small ? part.mass : kept, day, model, calendar);
  if (!small || lost > kept)
    plan(answered(model, answered(model, part, waited, 1), 0, 3), small ? part.mass : lost, day, model, calendar);
  return (part.mass + lost) * secondsPerAnswer;
}
function plan(memory: Memory, mass: number, day: number, model: Scheduling, calendar: readonly CalendarDay[]) {
  calendar[day + model.interval(memory.stability)]?.add(memory, mass, day);
}

/** New questions come back too: right at first or not, each once more on its first day by FSRS's steps of minutes. */
function begin(count: number, day: number, firstRecall: number, model: Scheduling, calendar: readonly CalendarDay[]) {
  if (count <= 0) return;
  for (const [rating, share] of [
    [3, firstRecall],
    [1, 1 - firstRecall],
  ] as const) {
    if (share <= 0) continue;
    const first = { stability: model.firstStability(rating), difficulty: model.firstDifficulty(rating) };
    plan(answered(model, first, 0, 3), count * share, day, model, calendar);
  }
}

/**
 * In how many days nothing is left waiting: 0 if today holds all, null if the forecast ends before that.
 */
export function daysUntilLevel(forecast: readonly ForecastDay[]): number | null {
  const day = forecast.findIndex(({ waiting }) => waiting < 0.5);
  return day < 0 ? null : day;
}
