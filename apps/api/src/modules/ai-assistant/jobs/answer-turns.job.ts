import { Injectable } from '@nestjs/common';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { ANSWER_JOB } from '../services/answer-job.js';
import { AnswerTurns } from '../services/answer-turns.js';

@Injectable()
@Job({})
export class AnswerTurnsJob implements WorkerJob {
  readonly name = ANSWER_JOB;
  readonly sweepMs = 500;

  constructor(private readonly answerTurns: AnswerTurns) {}

  run(): Promise<number> {
    return this.answerTurns.next();
  }
}
