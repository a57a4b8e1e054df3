/** A device, as the person who enrols it names it. */
export type Enrolment = {
  readonly shopId: string;
  readonly deviceId: string;
  readonly name: string;
  /** The member whose sales these are until a cashier is named. */
  readonly enrolledBy: number;
};
