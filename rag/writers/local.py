"""The local writer: a chat model of `transformers` on this machine, written out token by token, stopped at will."""

import threading
import time
from collections.abc import Iterator, Sequence
from queue import SimpleQueue
from typing import Any

from rag.evidence import Evidence
from rag.followups.standalone import LONGEST_REWRITING, REWRITING_SECONDS, answer_language
from rag.question import Question
from rag.settings import Settings
from rag.writers import Draft, WriterError
from rag.writers.chat_model import ChatModel, find, load
from rag.writers.model_answer import THOUGHT, Pieces, drafts, rewriting, shown_to_model
from rag.writers.prompts import messages_for, messages_for_rewriting

# Stands for a part of a letter whose other bytes are in the next token.
_HALF_LETTER = "\ufffd"


class LocalWriter:
    """Have a chat model on this machine write; one answer at a time. Closing the generator stops the model.

    The model is looked for at once and loaded at the first question. With a model on disk no socket is opened.
    """

    name = "local"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = find(settings.local_model, download=settings.local_download)
        self._loaded: ChatModel | None = None
        self._loading, self._writing = threading.Lock(), threading.Lock()

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield the model's sentences as they are complete, not yet verified. Raises WriterError where it fails."""
        chat = self._open()
        chosen, inputs = self._fitting(chat, question, evidence)
        yield from drafts(self._pieces(chat, inputs, self._settings.writer_seconds), chosen)

    def rewrite(self, text: str, history: Sequence[str]) -> str:
        """Return a follow-up as the model completes it from earlier questions. Raises WriterError where it fails."""
        chat = self._open()
        inputs = _inputs(chat, messages_for_rewriting(text, history, answer_language(text)))
        if inputs["input_ids"].shape[1] > chat.longest - self._settings.writer_tokens:
            raise WriterError("failed", f"{self._settings.local_model} reads too little at a time for the questions")
        seconds = min(REWRITING_SECONDS, self._settings.writer_seconds)
        return rewriting(self._pieces(chat, inputs, seconds), LONGEST_REWRITING + 1)

    def _open(self) -> ChatModel:
        with self._loading:
            if self._loaded is None:
                self._loaded = load(self._settings.local_model, self._folder, self._settings)
            return self._loaded

    def _fitting(
        self, chat: ChatModel, question: Question, evidence: Sequence[Evidence]
    ) -> tuple[list[Evidence], dict[str, Any]]:
        """Return the evidence that the model has room for, and its input; the least likely sentences go first."""
        room = chat.longest - self._settings.writer_tokens
        most = min(self._settings.writer_sentences, len(evidence))
        while most:
            chosen = shown_to_model(evidence, most)
            inputs = _inputs(chat, messages_for(question, chosen, question.answer_language))
            if inputs["input_ids"].shape[1] <= room:
                return chosen, inputs
            most //= 2
        raise WriterError("failed", f"{self._settings.local_model} reads too little at a time for any evidence")

    def _pieces(self, chat: ChatModel, inputs: dict[str, Any], seconds: float) -> Pieces:
        """Yield the text as it is written by a thread of its own, which has ended when this generator has."""
        tokens: SimpleQueue[int | BaseException | None] = SimpleQueue()
        stop = threading.Event()
        deadline = time.monotonic() + seconds
        thread = threading.Thread(
            target=self._generate, args=(chat, inputs, tokens, stop, deadline), name="writer", daemon=True
        )
        thread.start()
        decoded, last = _Decoder(chat.tokenizer), -1
        try:
            if _begins_with_thoughts(chat, inputs):
                yield THOUGHT
            while (token := tokens.get()) is not None:
                if isinstance(token, BaseException):
                    raise _trouble(self._settings.local_model, token) from token
                last = token
                if piece := decoded.add(token):
                    yield piece
            if piece := decoded.rest():
                yield piece
        finally:
            stop.set()
            thread.join()
        if last not in chat.ends:
            late = time.monotonic() > deadline
            limit = f"its {seconds:g} seconds" if late else "KHABAR_WRITER_TOKENS"
            raise WriterError("late" if late else "long", f"{self._settings.local_model} reached {limit}")

    def _generate(
        self,
        chat: ChatModel,
        inputs: dict[str, Any],
        tokens: "SimpleQueue[int | BaseException | None]",
        stop: threading.Event,
        deadline: float,
    ) -> None:
        """Put the tokens of an answer, then None; or what went wrong."""
        import torch
        from transformers import GenerationConfig, StoppingCriteriaList

        def over(input_ids: Any, scores: Any, **rest: Any) -> Any:
            ended = stop.is_set() or time.monotonic() > deadline
            return torch.full((input_ids.shape[0],), ended, device=input_ids.device, dtype=torch.bool)

        padding = chat.tokenizer.pad_token_id
        config = GenerationConfig(
            max_new_tokens=self._settings.writer_tokens,
            do_sample=False,
            eos_token_id=sorted(chat.ends) or None,
            pad_token_id=min(chat.ends, default=0) if padding is None else padding,
        )
        if not self._writing.acquire(timeout=max(0.0, deadline - time.monotonic())):
            tokens.put(WriterError("busy", f"{self._settings.local_model} is writing other answers"))
            return
        try:
            chat.model.generate(
                **inputs,
                generation_config=config,
                stopping_criteria=StoppingCriteriaList([over]),
                streamer=_Relay(tokens),
            )
            tokens.put(None)
        except BaseException as error:  # noqa: BLE001 (whatever it is, the one who waits must hear of it)
            tokens.put(error)
        finally:
            self._writing.release()


class _Relay:
    """What `generate` hands its tokens to; the first that it hands over is the prompt."""

    def __init__(self, tokens: "SimpleQueue[int | BaseException | None]") -> None:
        self._tokens = tokens
        self._prompt_seen = False

    def put(self, value: Any) -> None:
        if self._prompt_seen:
            for token in value.reshape(-1).tolist():
                self._tokens.put(token)
        self._prompt_seen = True

    def end(self) -> None:
        pass  # `generate` has yet to return


class _Decoder:
    """Tokens into text as they come; a letter that is spread over tokens is held back until it is whole."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._tokens: list[int] = []
        self._before = self._read = 0  # tokens that give the context; tokens whose text is out

    def add(self, token: int) -> str:
        """Return the text that a token completes."""
        self._tokens.append(token)
        piece = self._new()
        if piece.endswith(_HALF_LETTER):
            return ""
        self._before, self._read = self._read, len(self._tokens)
        return piece

    def rest(self) -> str:
        """Return what was held back and will not be completed."""
        return self._new().replace(_HALF_LETTER, "")

    def _new(self) -> str:
        context = self._decoded(self._tokens[self._before : self._read])
        return self._decoded(self._tokens[self._before :])[len(context) :]

    def _decoded(self, tokens: list[int]) -> str:
        return str(self._tokenizer.decode(tokens, skip_special_tokens=True, clean_up_tokenization_spaces=False))


def _inputs(chat: ChatModel, messages: list[dict[str, str]]) -> dict[str, Any]:
    """Return the model's input; where a template knows no system role, the rules stand before the question."""
    from jinja2 import TemplateError

    def templated(said: list[dict[str, str]]) -> dict[str, Any]:
        encoded = chat.tokenizer.apply_chat_template(
            said, add_generation_prompt=True, return_tensors="pt", return_dict=True, enable_thinking=False
        )
        return {name: encoded[name].to(chat.model.device) for name in ("input_ids", "attention_mask")}

    try:
        return templated(messages)
    except TemplateError:
        joined = "\n\n".join(message["content"] for message in messages)
        return templated([{"role": "user", "content": joined}])


def _begins_with_thoughts(chat: ChatModel, inputs: dict[str, Any]) -> bool:
    """Tell whether the template itself opens the thoughts, so that the model writes no more than their end."""
    tail = str(chat.tokenizer.decode(inputs["input_ids"][0, -len(THOUGHT) - 2 :].tolist()))
    return tail.rstrip().endswith(THOUGHT)


def _trouble(model: str, error: BaseException) -> WriterError:
    if isinstance(error, WriterError):
        return error
    return WriterError("failed", f"{model} failed while it wrote: {type(error).__name__}: {str(error)[:200]}")
