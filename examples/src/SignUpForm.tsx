import { useState } from 'react';
import { plusAuth } from './plusauth';

interface Problem {
  error?: string;
  error_description?: string;
}

export function SignUpForm() {
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<Problem>();

  function submit() {
    plusAuth.users.create({ email }).catch((err: Problem) => setProblem(err));
  }

  return (
    <form action={submit}>
      <label>
        E-mail <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      </label>
      <button>Sign up</button>
      {problem?.error === 'already_exists' ? (
        <p>You have an account already. Sign in instead?</p>
      ) : problem?.error === 'too_many_requests' ? (
        <p>Please try again in a minute.</p>
      ) : null}
    </form>
  );
}
