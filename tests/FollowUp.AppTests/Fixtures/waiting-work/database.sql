--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: followup; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA followup;


--
-- Name: quartz; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA quartz;


--
-- Name: mt_archive_stream(uuid, character varying); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_archive_stream(streamid uuid, tenantid character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  update followup.mt_streams set is_archived = TRUE where id = streamid  and tenant_id = tenantid;
  update followup.mt_events set is_archived = TRUE where stream_id = streamid  and tenant_id = tenantid;
END;
$$;


--
-- Name: mt_grams_array(text, boolean); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_grams_array(words text, use_unaccent boolean DEFAULT false) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
        DECLARE
result text[];
        DECLARE
word text;
        DECLARE
clean_word text;
BEGIN
                FOREACH
word IN ARRAY string_to_array(words, ' ')
                LOOP
                     clean_word = regexp_replace(followup.mt_safe_unaccent(use_unaccent, word), '[^a-zA-Z0-9]+', '','g');
FOR i IN 1 .. length(clean_word)
                     LOOP
                         result := result || quote_literal(substr(lower(clean_word), i, 1));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 2));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 3));
END LOOP;
END LOOP;

RETURN ARRAY(SELECT DISTINCT e FROM unnest(result) AS a(e) ORDER BY e);
END;
$$;


--
-- Name: mt_grams_query(text, boolean); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_grams_query(text, use_unaccent boolean DEFAULT false) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(followup.mt_grams_array($1, use_unaccent), ' & ') ::tsquery);
END
$_$;


--
-- Name: mt_grams_vector(text, boolean); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_grams_vector(text, use_unaccent boolean DEFAULT false) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(followup.mt_grams_array($1, use_unaccent), ' ') ::tsvector);
END
$_$;


--
-- Name: mt_immutable_date(text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_immutable_date(value text) RETURNS date
    LANGUAGE sql IMMUTABLE
    AS $$
select value::date

$$;


--
-- Name: mt_immutable_time(text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_immutable_time(value text) RETURNS time without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::time

$$;


--
-- Name: mt_immutable_timestamp(text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_immutable_timestamp(value text) RETURNS timestamp without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamp

$$;


--
-- Name: mt_immutable_timestamptz(text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_immutable_timestamptz(value text) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamptz

$$;


--
-- Name: mt_jsonb_append(jsonb, text[], jsonb, boolean, jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_append(jsonb, text[], jsonb, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    patch_expression ALIAS FOR $5;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
            END CASE;
    END IF;
    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_append_key_value(jsonb, text[], jsonb, boolean); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_append_key_value(jsonb, text[], jsonb, boolean) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    tmp_value jsonb;
    _key text;
BEGIN
    tmp_value = retval #> location;

    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN NOT tmp_value ?| ARRAY(SELECT jsonb_object_keys(val)) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_copy(jsonb, text[], text[]); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_copy(jsonb, text[], text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_path ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = followup.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value::jsonb, TRUE);
END;
$_$;


--
-- Name: mt_jsonb_duplicate(jsonb, text[], jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_duplicate(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    targets ALIAS FOR $3;
    tmp_value jsonb;
    target_path text[];
    target text;
BEGIN
    FOR target IN SELECT jsonb_array_elements_text(targets)
    LOOP
        target_path = followup.mt_jsonb_path_to_array(target, '\.');
        retval = followup.mt_jsonb_copy(retval, location, target_path);
    END LOOP;

    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_fix_null_parent(jsonb, text[]); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_fix_null_parent(jsonb, text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
retval ALIAS FOR $1;
    dst_path ALIAS FOR $2;
    dst_path_segment text[] = ARRAY[]::text[];
    dst_path_array_length integer;
    i integer = 1;
BEGIN
    dst_path_array_length = array_length(dst_path, 1);
    WHILE i <=(dst_path_array_length - 1)
    LOOP
        dst_path_segment = dst_path_segment || ARRAY[dst_path[i]];
        IF retval #> dst_path_segment IS NULL OR retval #> dst_path_segment = 'null'::jsonb THEN
            retval = jsonb_set(retval, dst_path_segment, '{}'::jsonb, TRUE);
        END IF;
        i = i + 1;
    END LOOP;

    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_increment(jsonb, text[], numeric); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_increment(jsonb, text[], numeric) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
retval ALIAS FOR $1;
    location ALIAS FOR $2;
    increment_value ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NULL THEN
        tmp_value = to_jsonb(0);
END IF;

RETURN jsonb_set(retval, location, to_jsonb(tmp_value::numeric + increment_value), TRUE);
END;
$_$;


--
-- Name: mt_jsonb_insert(jsonb, text[], jsonb, integer, boolean, jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_insert(jsonb, text[], jsonb, integer, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    elm_index ALIAS FOR $4;
    if_not_exists ALIAS FOR $5;
    patch_expression ALIAS FOR $6;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF elm_index IS NULL THEN
            elm_index = jsonb_array_length(tmp_value) + 1;
        END IF;
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_move(jsonb, text[], text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_move(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_name ALIAS FOR $3;
    dst_path text[];
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = retval #- src_path;
    dst_path = src_path;
    dst_path[array_length(dst_path, 1)] = dst_name;
    retval = followup.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value, TRUE);
END;
$_$;


--
-- Name: mt_jsonb_patch(jsonb, jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_patch(jsonb, jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    patchset ALIAS FOR $2;
    patch jsonb;
    patch_path text[];
    patch_expression jsonb;
    value jsonb;
BEGIN
    FOR patch IN SELECT * from jsonb_array_elements(patchset)
    LOOP
        patch_path = followup.mt_jsonb_path_to_array((patch->>'path')::text, '\.');

        patch_expression = null;
        IF (patch->>'type') IN ('remove', 'append_if_not_exists', 'insert_if_not_exists') AND (patch->>'expression') IS NOT NULL THEN
            patch_expression = jsonb_path_query_array(retval #> patch_path, (patch->>'expression')::jsonpath);
        END IF;

        CASE patch->>'type'
            WHEN 'set' THEN
                retval = jsonb_set(retval, patch_path, (patch->'value')::jsonb, TRUE);
            WHEN 'delete' THEN
                retval = retval#-patch_path;
            WHEN 'append' THEN
                retval = followup.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, FALSE);
            WHEN 'append_if_not_exists' THEN
                retval = followup.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, TRUE, patch_expression);
            WHEN 'append_key_value' THEN
                retval = followup.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, FALSE);
            WHEN 'append_key_value_if_not_exists' THEN
                retval = followup.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, TRUE);
            WHEN 'insert' THEN
                retval = followup.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, FALSE);
            WHEN 'insert_if_not_exists' THEN
                retval = followup.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, TRUE, patch_expression);
            WHEN 'remove' THEN
                retval = followup.mt_jsonb_remove(retval, patch_path, COALESCE(patch_expression, (patch->'value')::jsonb));
            WHEN 'remove_key' THEN
                retval = followup.mt_jsonb_remove_key(retval, patch_path, (patch->>'key'));
            WHEN 'duplicate' THEN
                retval = followup.mt_jsonb_duplicate(retval, patch_path, (patch->'targets')::jsonb);
            WHEN 'rename' THEN
                retval = followup.mt_jsonb_move(retval, patch_path, (patch->>'to')::text);
            WHEN 'increment' THEN
                retval = followup.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            WHEN 'increment_float' THEN
                retval = followup.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            ELSE NULL;
        END CASE;
    END LOOP;
    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_path_to_array(text, character); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_path_to_array(text, character) RETURNS text[]
    LANGUAGE plpgsql
    AS $_$
DECLARE
    location ALIAS FOR $1;
    regex_pattern ALIAS FOR $2;
BEGIN
RETURN regexp_split_to_array(location, regex_pattern)::text[];
END;
$_$;


--
-- Name: mt_jsonb_remove(jsonb, text[], jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_remove(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF jsonb_typeof(val) = 'array' THEN
            tmp_remove = val;
        ELSE
            tmp_remove = jsonb_build_array(val);
        END IF;

        FOR patch_remove IN SELECT * FROM jsonb_array_elements(tmp_remove)
        LOOP
            tmp_value =(SELECT jsonb_agg(elem)
            FROM jsonb_array_elements(tmp_value) AS elem
            WHERE elem <> patch_remove);
        END LOOP;

        IF tmp_value IS NULL THEN
            tmp_value = '[]'::jsonb;
        END IF;
    END IF;
    RETURN jsonb_set(retval, location, tmp_value, FALSE);
END;
$_$;


--
-- Name: mt_jsonb_remove_key(jsonb, text[], text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_remove_key(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    _key ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        RETURN jsonb_set(retval, location, tmp_value - _key, FALSE);
    END IF;
    RETURN retval;
END;
$_$;


--
-- Name: mt_mark_event_progression(character varying, bigint); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_mark_event_progression(name character varying, last_encountered bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
INSERT INTO followup.mt_event_progression (name, last_seq_id, last_updated)
VALUES (name, last_encountered, transaction_timestamp())
ON CONFLICT ON CONSTRAINT pk_mt_event_progression
    DO
UPDATE SET last_seq_id = last_encountered, last_updated = transaction_timestamp();

END;

$$;


--
-- Name: mt_mark_progression_with_skip(character varying, bigint, bigint); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_mark_progression_with_skip(shard_name character varying, ending_sequence bigint, starting_sequence bigint) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    current_value bigint;
BEGIN
    select last_seq_id into current_value from followup.mt_event_progression where name = shard_name;

    IF current_value is null then
        -- Bootstrap the high-water row on first invocation. Previously this branch
        -- returned 0, which left HighWaterAgent.CheckNowAsync polling forever because
        -- statistics.CurrentMark never advanced. Issue #4425.
        INSERT INTO followup.mt_event_progression (name, last_seq_id, last_updated)
        VALUES (shard_name, ending_sequence, transaction_timestamp())
        ON CONFLICT ON CONSTRAINT pk_mt_event_progression
            DO UPDATE SET last_seq_id = ending_sequence, last_updated = transaction_timestamp();
        IF ending_sequence > starting_sequence THEN
            -- Idempotent: a rebuild/replay re-marks the same skip (ending_sequence is the
            -- PK). Re-recording an existing gap is a no-op. Conflict target is the PK
            -- constraint (the bare column name collides with the function parameter). #4530.
            insert into followup.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
                on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        END IF;
        return ending_sequence;
    ELSIF current_value = starting_sequence THEN
        update followup.mt_event_progression SET last_seq_id = ending_sequence, last_updated = transaction_timestamp() where shard_name = name;
        insert into followup.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
            on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        return ending_sequence;
    ELSE
        return current_value;
    END IF;
END
$$;


--
-- Name: mt_quick_append_events(uuid, character varying, character varying, uuid[], character varying[], character varying[], jsonb[], bytea[], character varying[], character varying[], jsonb[], character varying[], timestamp with time zone[], bigint); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_quick_append_events(stream uuid, stream_type character varying, tenantid character varying, event_ids uuid[], event_types character varying[], dotnet_types character varying[], bodies jsonb[], bdatas bytea[], causation_ids character varying[], correlation_ids character varying[], headers jsonb[], user_names character varying[], timestamps timestamp with time zone[], expected_version bigint DEFAULT NULL::bigint) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
	event_version bigint;
	stream_is_archived boolean;
	event_type varchar;
	event_id uuid;
	body jsonb;
	index int;
	seq bigint;
    actual_tenant varchar;
    is_new_stream boolean := false;
	return_value bigint[];
BEGIN
    if expected_version IS NOT NULL then
        -- COALESCE turns the NULL we get for a brand-new stream into 0, so a
        -- FetchForWriting against a non-existent stream (which sets
        -- ExpectedVersionOnServer = 0) and a StartStream(id, version: 0) both
        -- land on the new-stream branch instead of mis-firing the guard.
        select version, is_archived into event_version, stream_is_archived from followup.mt_streams where id = stream AND tenant_id = tenantid;
        if COALESCE(event_version, 0) != expected_version then
            RAISE EXCEPTION 'Stream version mismatch on ''%'': expected %, actual %', stream, expected_version, COALESCE(event_version, 0) USING ERRCODE = 'MT003';
        end if;
    else
        select version, is_archived into event_version, stream_is_archived from followup.mt_streams where id = stream AND tenant_id = tenantid;
    end if;

	if event_version IS NULL then
		event_version = 0;
		is_new_stream := true;
		-- #5456 follow-up: insert the FINAL version straight away rather than 0 plus a
		-- trailing UPDATE of the row we just wrote in this same transaction. That UPDATE
		-- is a second heap tuple + WAL record per stream creation for no observable gain
		-- -- nothing outside this transaction can see the intermediate 0. The trailing
		-- UPDATE below is skipped for this branch via is_new_stream.
		insert into followup.mt_streams (id, type, version, timestamp, tenant_id) values (stream, stream_type, COALESCE(array_length(event_ids, 1), 0), now(), tenantid);
    else
        if stream_is_archived then
            RAISE EXCEPTION 'Attempted to append event to archived stream with Id ''%''.', stream USING ERRCODE = 'MT001';
        end if;
        if tenantid IS NOT NULL then
            select tenant_id into actual_tenant from followup.mt_streams where id = stream AND tenant_id = tenantid;
            if actual_tenant != tenantid then
                RAISE EXCEPTION 'The tenantid does not match the existing stream';
            end if;
        end if;
	end if;

	index := 1;
	-- #5062: array_length('{}', 1) is NULL in PostgreSQL, not 0, so a call with an
	-- empty event array used to return ARRAY[NULL] -- a bigint[] whose only element
	-- is NULL, which Npgsql cannot read into long[] ('Cannot read a non-nullable
	-- collection of elements because the returned array contains nulls'). COALESCE
	-- makes the empty case mean what it says: zero events appended, so the final
	-- version is the stream's current version.
	return_value := ARRAY[event_version + COALESCE(array_length(event_ids, 1), 0)];

	foreach event_id in ARRAY event_ids
	loop
        seq := nextval('followup.mt_events_sequence');
		return_value := array_append(return_value, seq);

	    event_version := event_version + 1;
		event_type = event_types[index];
		body = bodies[index];

		-- #4515 / #4578 / Phase 2: bdatas[index] carries the binary payload
		-- for events opted in to binary serialization (NULL otherwise).
		-- bodies[index] is the {} JSON placeholder for those events so the
		-- existing data jsonb NOT NULL constraint stays intact.
		insert into followup.mt_events
			(seq_id, id, stream_id, version, data, bdata, type, tenant_id, timestamp, mt_dotnet_type, is_archived, causation_id, correlation_id, headers, user_name)
		values
			(seq, event_id, stream, event_version, body, bdatas[index], event_type, tenantid, timestamps[index], dotnet_types[index], FALSE, causation_ids[index], correlation_ids[index], headers[index], user_names[index]);

		index := index + 1;
	end loop;

	-- A brand-new stream already carries its final version from the insert above, so the
	-- UPDATE is only needed when we appended onto a stream that already existed.
	--
	-- #5539: and only when we actually appended something. With ZERO events this was a BLIND write-back
	-- of the version read at the top of the function, and under READ COMMITTED that is a lost update: the
	-- UPDATE waits on a concurrent appender's row lock, the winner commits, the WHERE clause is
	-- re-evaluated against the new row, and `set version = <the stale value>` lands -- leaving
	-- mt_streams.version BELOW the stream's own events. Every later append then computes a version that
	-- already exists and dies on pk_mt_events_stream_and_version, forever, until the row is repaired by
	-- hand. A non-empty call cannot do this: its first INSERT collides with the winner on that same
	-- primary key and rolls the whole thing back, which is why only the empty case was exposed.
	--
	-- Two independent guards, because either alone would have been enough and the cost of both is nil:
	--   * the append count -- appending nothing has nothing to write, so the correct number of statements
	--     is zero rather than one that happens to be harmless;
	--   * greatest(), so the write-back can never LOWER a stream's version whoever calls it. An append
	--     only ever moves a version forward, so this is a no-op on every correct path and a backstop on
	--     any future caller that reads the version and then writes it back.
	if not is_new_stream and COALESCE(array_length(event_ids, 1), 0) > 0 then
		update followup.mt_streams set version = greatest(version, event_version), timestamp = now() where id = stream AND tenant_id = tenantid;
	end if;

	return return_value;
END
$$;


--
-- Name: mt_safe_unaccent(boolean, text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_safe_unaccent(use_unaccent boolean, word text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
BEGIN
IF use_unaccent THEN
    RETURN public.unaccent(word);
ELSE
    RETURN word;
END IF;
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: mt_doc_calendarfeed; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_calendarfeed (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    user_id character varying
);


--
-- Name: mt_doc_calldraft; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_calldraft (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_channelhold; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_channelhold (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_cohortrow; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_cohortrow (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    kind character varying
);


--
-- Name: mt_doc_colleague; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_colleague (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_coursedocument; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_coursedocument (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL,
    alert_from date,
    work_from date,
    remind_from date,
    protocol character varying
);


--
-- Name: mt_doc_deadletterevent; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_deadletterevent (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_ended_session; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_ended_session (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_envelope; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_envelope (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_heldmail; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_heldmail (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    held boolean
);


--
-- Name: mt_doc_identityread; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_identityread (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    at timestamp with time zone,
    by character varying,
    patient_id uuid
);


--
-- Name: mt_doc_master_key_seals; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_master_key_seals (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL
);


--
-- Name: mt_doc_patient_directory; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_patient_directory (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL,
    tokens bigint[]
);


--
-- Name: mt_doc_rebuildplace; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_rebuildplace (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_reminderclaim; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_reminderclaim (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL,
    reminder_channel integer,
    state integer,
    claimed_at timestamp with time zone,
    changed_at timestamp with time zone,
    patient_id uuid
);


--
-- Name: mt_doc_reportjob; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_reportjob (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_requestrecord; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_requestrecord (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_sendingpause; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_sendingpause (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL
);


--
-- Name: mt_doc_worklistclaim; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_worklistclaim (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL
);


--
-- Name: mt_event_progression; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_event_progression (
    name character varying NOT NULL,
    last_seq_id bigint,
    last_updated timestamp with time zone DEFAULT transaction_timestamp(),
    mode character varying DEFAULT 'none'::character varying,
    rebuild_threshold integer DEFAULT 0,
    assigned_node integer DEFAULT 0,
    heartbeat timestamp with time zone,
    agent_status character varying(20),
    pause_reason text,
    running_on_node integer,
    warning_behind_threshold bigint,
    critical_behind_threshold bigint,
    failure_category character varying(50),
    failure_event_sequence bigint,
    failure_event_type character varying(500),
    failure_event_tenant_id character varying(500)
);


--
-- Name: mt_event_projection_floors; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_event_projection_floors (
    name character varying NOT NULL,
    tenant_id character varying NOT NULL,
    floor bigint NOT NULL,
    last_updated timestamp with time zone DEFAULT transaction_timestamp()
);


--
-- Name: mt_events; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT '2026-12-01 11:41:43.419521+00'::timestamp with time zone NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    user_name character varying,
    is_archived boolean DEFAULT false
);


--
-- Name: mt_events_sequence; Type: SEQUENCE; Schema: followup; Owner: -
--

CREATE SEQUENCE followup.mt_events_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: mt_events_sequence; Type: SEQUENCE OWNED BY; Schema: followup; Owner: -
--

ALTER SEQUENCE followup.mt_events_sequence OWNED BY followup.mt_events.seq_id;


--
-- Name: mt_high_water_skips; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_high_water_skips (
    ending_sequence bigint NOT NULL,
    starting_sequence bigint NOT NULL,
    "timestamp" timestamp with time zone DEFAULT transaction_timestamp()
);


--
-- Name: mt_streams; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_streams (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    compacted_version bigint DEFAULT 0 NOT NULL,
    is_archived boolean DEFAULT false
);


--
-- Name: wolverine_agent_restrictions; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_agent_restrictions (
    id uuid NOT NULL,
    uri character varying NOT NULL,
    type character varying NOT NULL,
    node integer DEFAULT 0 NOT NULL
);


--
-- Name: wolverine_control_queue; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_control_queue (
    id uuid NOT NULL,
    message_type character varying NOT NULL,
    node_id uuid NOT NULL,
    body bytea NOT NULL,
    posted timestamp with time zone DEFAULT now() NOT NULL,
    expires timestamp with time zone
);


--
-- Name: wolverine_dead_letter_history; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_dead_letter_history (
    id uuid NOT NULL,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    first_failed_at timestamp with time zone
);


--
-- Name: wolverine_dead_letters; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_dead_letters (
    id uuid NOT NULL,
    execution_time timestamp with time zone,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    source character varying,
    exception_type character varying,
    exception_message character varying,
    sent_at timestamp with time zone,
    replayable boolean,
    failure_group character varying(100),
    failure_title character varying(500),
    failed_at timestamp with time zone,
    first_failed_at timestamp with time zone,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    archived_at timestamp with time zone
);


--
-- Name: wolverine_incoming_envelopes; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_incoming_envelopes (
    id uuid NOT NULL,
    status character varying NOT NULL,
    owner_id integer NOT NULL,
    execution_time timestamp with time zone,
    attempts integer DEFAULT 0,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    keep_until timestamp with time zone
);


--
-- Name: wolverine_node_assignments; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_node_assignments (
    id character varying NOT NULL,
    node_id uuid,
    started timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: wolverine_node_records; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_node_records (
    id integer NOT NULL,
    node_number integer NOT NULL,
    event_name character varying NOT NULL,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    description character varying
);


--
-- Name: wolverine_node_records_id_seq; Type: SEQUENCE; Schema: followup; Owner: -
--

CREATE SEQUENCE followup.wolverine_node_records_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: wolverine_node_records_id_seq; Type: SEQUENCE OWNED BY; Schema: followup; Owner: -
--

ALTER SEQUENCE followup.wolverine_node_records_id_seq OWNED BY followup.wolverine_node_records.id;


--
-- Name: wolverine_nodes; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_nodes (
    id uuid NOT NULL,
    node_number integer NOT NULL,
    description character varying NOT NULL,
    uri character varying NOT NULL,
    started timestamp with time zone DEFAULT now() NOT NULL,
    health_check timestamp with time zone DEFAULT now() NOT NULL,
    version character varying,
    capabilities text[]
);


--
-- Name: wolverine_nodes_node_number_seq; Type: SEQUENCE; Schema: followup; Owner: -
--

CREATE SEQUENCE followup.wolverine_nodes_node_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: wolverine_nodes_node_number_seq; Type: SEQUENCE OWNED BY; Schema: followup; Owner: -
--

ALTER SEQUENCE followup.wolverine_nodes_node_number_seq OWNED BY followup.wolverine_nodes.node_number;


--
-- Name: wolverine_outgoing_envelopes; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_outgoing_envelopes (
    id uuid NOT NULL,
    owner_id integer NOT NULL,
    destination character varying NOT NULL,
    deliver_by timestamp with time zone,
    body bytea NOT NULL,
    attempts integer DEFAULT 0,
    message_type character varying NOT NULL
);


--
-- Name: qrtz_blob_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_blob_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    blob_data bytea
);


--
-- Name: qrtz_calendars; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_calendars (
    sched_name text NOT NULL,
    calendar_name text NOT NULL,
    calendar bytea NOT NULL
);


--
-- Name: qrtz_cron_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_cron_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    cron_expression text NOT NULL,
    time_zone_id text
);


--
-- Name: qrtz_execution_history; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_execution_history (
    sched_name text NOT NULL,
    entry_id text NOT NULL,
    instance_name text NOT NULL,
    job_name text NOT NULL,
    job_group text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    fired_time bigint NOT NULL,
    run_time bigint NOT NULL,
    succeeded boolean NOT NULL,
    error_message text,
    retry_attempt integer DEFAULT 0 NOT NULL,
    retry_scheduled boolean DEFAULT false NOT NULL,
    execution_log text,
    result integer,
    summary text,
    metrics text,
    manual boolean,
    fire_instance_id text,
    job_input text,
    job_input_too_large boolean
);


--
-- Name: qrtz_fired_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_fired_triggers (
    sched_name text NOT NULL,
    entry_id text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    instance_name text NOT NULL,
    fired_time bigint NOT NULL,
    sched_time bigint NOT NULL,
    priority integer NOT NULL,
    state text NOT NULL,
    job_name text,
    job_group text,
    is_nonconcurrent boolean NOT NULL,
    requests_recovery boolean,
    execution_group character varying(200),
    progress integer,
    progress_message character varying(250),
    interrupt_requested_time bigint
);


--
-- Name: qrtz_job_details; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_job_details (
    sched_name text NOT NULL,
    job_name text NOT NULL,
    job_group text NOT NULL,
    description text,
    job_class_name text NOT NULL,
    is_durable boolean NOT NULL,
    is_nonconcurrent boolean NOT NULL,
    is_update_data boolean NOT NULL,
    requests_recovery boolean NOT NULL,
    job_data bytea
);


--
-- Name: qrtz_job_status; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_job_status (
    sched_name text NOT NULL,
    job_group text NOT NULL,
    job_name text NOT NULL,
    first_fired_time bigint NOT NULL,
    last_fired_time bigint NOT NULL,
    last_result integer NOT NULL,
    last_run_time bigint NOT NULL,
    last_instance_name text NOT NULL,
    last_entry_id text,
    last_summary text,
    last_success_time bigint,
    last_failure_time bigint,
    last_failure_message text,
    consecutive_failures integer DEFAULT 0 NOT NULL,
    run_count bigint DEFAULT 0 NOT NULL,
    failure_count bigint DEFAULT 0 NOT NULL
);


--
-- Name: qrtz_locks; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_locks (
    sched_name text NOT NULL,
    lock_name text NOT NULL
);


--
-- Name: qrtz_misfire_history; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_misfire_history (
    sched_name text NOT NULL,
    entry_id text NOT NULL,
    instance_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    job_name text,
    job_group text,
    misfire_time bigint NOT NULL,
    sched_time bigint,
    reason integer
);


--
-- Name: qrtz_paused_job_grps; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_paused_job_grps (
    sched_name text NOT NULL,
    job_group text NOT NULL,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint
);


--
-- Name: qrtz_paused_trigger_grps; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_paused_trigger_grps (
    sched_name text NOT NULL,
    trigger_group text NOT NULL,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint
);


--
-- Name: qrtz_scheduler_state; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_scheduler_state (
    sched_name text NOT NULL,
    instance_name text NOT NULL,
    last_checkin_time bigint NOT NULL,
    checkin_interval bigint NOT NULL,
    quartz_version character varying(20)
);


--
-- Name: qrtz_simple_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_simple_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    repeat_count bigint NOT NULL,
    repeat_interval bigint NOT NULL,
    times_triggered bigint NOT NULL
);


--
-- Name: qrtz_simprop_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_simprop_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    str_prop_1 text,
    str_prop_2 text,
    str_prop_3 text,
    int_prop_1 integer,
    int_prop_2 integer,
    long_prop_1 bigint,
    long_prop_2 bigint,
    dec_prop_1 numeric,
    dec_prop_2 numeric,
    bool_prop_1 boolean,
    bool_prop_2 boolean,
    time_zone_id text
);


--
-- Name: qrtz_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    job_name text NOT NULL,
    job_group text NOT NULL,
    description text,
    next_fire_time bigint,
    prev_fire_time bigint,
    priority integer,
    trigger_state text NOT NULL,
    trigger_type text NOT NULL,
    start_time bigint NOT NULL,
    end_time bigint,
    calendar_name text,
    misfire_instr smallint,
    misfire_orig_fire_time bigint,
    execution_group character varying(200),
    preferred_node character varying(200),
    preferred_node_auto boolean DEFAULT false NOT NULL,
    retry_policy character varying(250),
    retry_attempt integer,
    continues_trigger_name text,
    continues_trigger_group text,
    continuation_condition integer,
    overlap_policy integer,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint,
    misfire_threshold bigint,
    fixed_delay boolean,
    job_data bytea
);


--
-- Name: wolverine_node_records id; Type: DEFAULT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_node_records ALTER COLUMN id SET DEFAULT nextval('followup.wolverine_node_records_id_seq'::regclass);


--
-- Name: wolverine_nodes node_number; Type: DEFAULT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_nodes ALTER COLUMN node_number SET DEFAULT nextval('followup.wolverine_nodes_node_number_seq'::regclass);


--
-- Data for Name: mt_doc_calendarfeed; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_calldraft; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_channelhold; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_cohortrow; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_cohortrow VALUES
	('izmir', 'dddddddd-0000-4000-8000-000000000001', '{"id": "dddddddd-0000-4000-8000-000000000001", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e43-4f7b-9e28-c300cc51419d', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000002', '{"id": "dddddddd-0000-4000-8000-000000000002", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e43-4d6e-92cd-f6fef44cffcb', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000003', '{"id": "dddddddd-0000-4000-8000-000000000003", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e43-4e77-93c4-fb0e3bfadb72', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000004', '{"id": "dddddddd-0000-4000-8000-000000000004", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-4363-9416-54e7a7b3e87e', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000005', '{"id": "dddddddd-0000-4000-8000-000000000005", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-479c-b386-5dbf0317ef30', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000006', '{"id": "dddddddd-0000-4000-8000-000000000006", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-4eb3-b054-72d98f448c00', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000007', '{"id": "dddddddd-0000-4000-8000-000000000007", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-4f6b-bd1b-bb92288b4460', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000008', '{"id": "dddddddd-0000-4000-8000-000000000008", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-4087-b0a2-7b09d7f5e265', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000009', '{"id": "dddddddd-0000-4000-8000-000000000009", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-4895-8318-a6b82bdf1692', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000010', '{"id": "dddddddd-0000-4000-8000-000000000010", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-4d38-a3ea-a8a2222a4e57', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000011', '{"id": "dddddddd-0000-4000-8000-000000000011", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-4ed0-a994-e5f5d2ee02b9', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000012', '{"id": "dddddddd-0000-4000-8000-000000000012", "kind": "5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-19", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-04", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-04", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-19", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "Unknown", "isSalvage": false, "karyotype": "Normal46XY", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "None", "previousHistology": []}}], "agreesToResearch": false}', '2026-12-01 11:55:01.067541+00', '01a23175-4e47-46ec-9cd4-dec9fe6ce1dc', 'FollowUp.Reports.Rows.CohortRow', '5 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1');


--
-- Data for Name: mt_doc_colleague; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_coursedocument; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_coursedocument VALUES
	('izmir', 'dddddddd-0000-4000-8000-000000000001', '{"id": "dddddddd-0000-4000-8000-000000000001", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.090171+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000002', '{"id": "dddddddd-0000-4000-8000-000000000002", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.119539+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000003', '{"id": "dddddddd-0000-4000-8000-000000000003", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.150387+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000004', '{"id": "dddddddd-0000-4000-8000-000000000004", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.165723+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000005', '{"id": "dddddddd-0000-4000-8000-000000000005", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.226477+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000006', '{"id": "dddddddd-0000-4000-8000-000000000006", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.250569+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000007', '{"id": "dddddddd-0000-4000-8000-000000000007", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.25896+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000008', '{"id": "dddddddd-0000-4000-8000-000000000008", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.26567+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000009', '{"id": "dddddddd-0000-4000-8000-000000000009", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.282676+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000010', '{"id": "dddddddd-0000-4000-8000-000000000010", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.291564+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000011', '{"id": "dddddddd-0000-4000-8000-000000000011", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.310869+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1'),
	('izmir', 'dddddddd-0000-4000-8000-000000000012', '{"id": "dddddddd-0000-4000-8000-000000000012", "protocol": "standard-1", "workFrom": "2026-10-21", "remindFrom": "2026-12-15"}', '2026-12-01 11:55:00.316472+00', 'FollowUp.Patients.Recording.CourseDocument', 4, NULL, '2026-10-21', '2026-12-15', 'standard-1');


--
-- Data for Name: mt_doc_deadletterevent; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_ended_session; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_envelope; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_heldmail; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_identityread; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_master_key_seals; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_master_key_seals VALUES
	('c11a1c00-0000-7000-8000-000000000003', '{"id": "c11a1c00-0000-7000-8000-000000000003", "seals": [{"seal": "85SqZx1JLcl1oW/zvsQmfnHwPoz8noK6Mtm4tSCoEFac+PP+", "keyId": "6e1f9c23"}], "version": 0}', '2026-12-01 11:41:44.947519+00', 'FollowUp.Patients.Directory.MasterKeySeals', 1);


--
-- Data for Name: mt_doc_patient_directory; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_patient_directory VALUES
	('izmir', 'dddddddd-0000-4000-8000-000000000001', '{"id": "dddddddd-0000-4000-8000-000000000001", "version": 0, "identity": "3PThI2XoWlb0LIT0oH1sjXve0hs7llWtIVAYaQ4qWAItzCFKjMr6d3Su8qd+195QHplgtdUKnEek8CdIYaaCpcGe7Xpl2iSaQuffEeZ6yNkle/WA0vjhX8M3by1HodtvGcmxkXAQT2uqEgtFCgNAJBc6fa13OADCILAHhuowLgBZwodrBFNqvTgAFnYhp4aEkZqnZacMr0zM5kKryvEU5aAOiLpqw7CRVlwVCnqEfscHUKWvg53vZFBJ22bR7YOOCsjvch4OoPgWIpe1bump4611xgZjE14DDDj6SBY8lHEAFKlkgbBqWpKbqOXwxeYtN+6Tb1xja4EZ/+fjixlzPQC7dcxWDhs=", "wrappedKey": "PceESRpfnBEbO3n6nISURtJPAFi9quMetCCY+vZyp0ya8CuLvkscAyWet+ht1n3zTCYfQrYu25DnuQd8", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.304961+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7136265757774540794,-5970771718294055644,-5232991292545765359,-5006991658872155863,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,1330755397315958362,2088944944352573483,3783718349000050416,6096712830761492145,7080284092664526335,7571778947068321162}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000002', '{"id": "dddddddd-0000-4000-8000-000000000002", "version": 0, "identity": "Oua3QZNGGNWipyCeQlwEzXv+OWzQr0Fx7GllocRIWptFaDffDsGnM0co2jTjVdJ02YEtzUc2jniVO3bDqKsHfwOqsdXAzrIelMLrYTCytISZpfpMJ1uGobluz98Bl6+MXYQhxL1gi/n7V8qbB9PYob5YotOxLSo6oW3t+0ARpzyST2DVAlwOdFwzJ3CCoKlSUxUKwkzjTXD6l5T82ZnZ+OGdabmS4soJsGKCTg0P8Ptsf5zFblt8n7YGhOewo5tnVfdU1wNiDWWarsUmxLsX0LkDnyoLRfE4a4/7185YzkiW1CZeD48JeUSTVXZfW3JpqvZCEYtR6XSRW1tL9MLQW/fob/JO3XA=", "wrappedKey": "vq+8K+qbDgXKuGHppX1j5A7U4DV1K/4nDVMm7qfZpe7ilGDv67PupMSgOpsxJsZ9aYyESq3bX1FNAspX", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.334927+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7136265757774540794,-5970771718294055644,-5006991658872155863,-4040145973470610145,-3372004440290961336,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,1330755397315958362,3783718349000050416,7080284092664526335,7417798832265964706,7571778947068321162}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000003', '{"id": "dddddddd-0000-4000-8000-000000000003", "version": 0, "identity": "gSXDQPTQHh2ydaN2/IY6nXJrS71iLIv3G+O6Yxw4pp0HAciPt92RsRa4iIzQMiwWsV5uDgA6ypBicjmuBiLdUgDiW42MZDucqF5MWDnTB01pyaZtWM/iIxg3vh3eDfFE/9uiTx1psMKzv6B7Phl8/yCWLAgLWHqnJKwBW546vB+D8DczXhSwrO1syFJEIBBubGvMiLAPjmlBo6duLtZfUgL9wlaIlyV0TBaKY2J2M1Zw6coBE8BW2Y+xcV0kBNoLpwkZBg2bVMDjL2ARc6VzLoK99zjyHzImr3kkzdM2Yz0rl1lFjohxKFWc4KVRXSao/Z+BXsVdvwKgmuH81bkLySZvGiHaaNE=", "wrappedKey": "4BXmQlLP3HQtnxZzKxO632E+Y5lih6rhB2vEp1nbUUP2Ke01TeCItcfjcJQ3jJCrVohCoWZQ7s4f0kCB", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.364893+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7136265757774540794,-5970771718294055644,-5089282318137698183,-5006991658872155863,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,1330755397315958362,2604619614006153434,2857147469547677486,3783718349000050416,7080284092664526335,7571778947068321162}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000004', '{"id": "dddddddd-0000-4000-8000-000000000004", "version": 0, "identity": "brSBx8q3OL8TPOFMxAbbCIQxeCFMMN4dGTVavBFg0RP5RMbO5LTkdng/qhnuK5q01C9jaS4kTVBWUYAxb70/PA9tKa2smDzdwK4dgmk+TBLRmyPwlVSfDeh4oeXjB8uI44lEtIf6PDFmrbBzvH6tNB8LsHfMWee3Ltj9hwVSK3DG01/zYoOJCrcbBl4rDHv359qlwtvzLVUvwpn/CNSzHdD+WCE9NFTwoSZiRUk08nnnK7tc5K2DEBtI79NjrvnvkaglS8sjDkBtjxpVYKbUMYJ9v0Toz3CDGcZtssONIb2PQHyHZRFfxlSFXsVtdO9m+LP43j5C6xmo4CKFR6DFMpxCUirncPw=", "wrappedKey": "G2aiDo9PCjbQzuP6LviFwnJD3iSx82frNdE3H+tBJ2slMTjZ3YQIlR8f8Z3GmofJkBkd94wMS9piEMM3", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.376846+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7136265757774540794,-5970771718294055644,-5006991658872155863,-4896919308646629726,-3649140823347068304,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,1330755397315958362,3783718349000050416,7080284092664526335,7571778947068321162,8262735314149037010}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000005', '{"id": "dddddddd-0000-4000-8000-000000000005", "version": 0, "identity": "EGDcOzSm0qBmH+n96yNZ0fFTtjHnxmGrkbB4L4SRmaDTW2iKYU15J1Lhgpk3V7WzyfMR2/utrNZLoM+NFBsDE6nsvABxU9FJ3m5p3Pro3U1Byl+Y6PwZohyV43NdmRZKCuLZwDdQ4FgURNXdqMLeqTsZw+DkrTfW/Z9WXo8H9x3PZ/ZPuVQZDGMlFhZhz1wU7sn7ysgfzhAAnkZh1/x+XREgJTogrCptkDc7JOEwhgcaTZ6GEXO8giyvdqZM/ohnLjlNyNN15qmeSTuUzpSHvomrKf1zaVT9ysX7IkEijOrvu6Y/zAVXn873gPvhcUe34KQFFHdoafrNmkdyhLh3Dtx1KofJz18=", "wrappedKey": "h6xU9xiOJe5szhe6tN+3/Ce8/hHYKcrDThqaEpc8enoDAqLioJuyrWVzbFEjlm6J43t0IvjbYDov2Kdk", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.400904+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-8045911770937166032,-7136265757774540794,-5970771718294055644,-5006991658872155863,-4701078952925166054,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,1330755397315958362,3783718349000050416,7080284092664526335,7571778947068321162,8469787585985569252}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000006', '{"id": "dddddddd-0000-4000-8000-000000000006", "version": 0, "identity": "P7wPAFmzdNOiSNNrSNuG+YKRgtZz9o8VaCmf0mYNnlVISBjdgAVJyKyDwLENs9T6Ar8uJerA+2qP+asDhROkckerlBSQOpXHCc+I0Se8GTOO8AblDeBBMMol/lRx0lPtlPJm2QmGl+qYoOXfNOo7xqunaM1qm6CaWaFf7i02vjw+ZcUvw5weWMa3sSPrrdDTlEPn5kXzxbhIeuh2uhOjxjAxyXF4z/CrXo6BuA6AAyGostq4UVaPsvv49CyN5eDJ4oGrmtrRhwE1hwSlrEVXAvUuvokAw4UAhezcaG4kOCsXykvP2KQ5aumUAnFPyNFnKE0QYJsk5AqPg3hb+aeban4Z1Pdf4Jw=", "wrappedKey": "cQoo/zZqVE8SC6XCXsdBXBQSCCJ84LY5PjRub+gOnFv+0h2X+kVusTgZS+JdvxL0XmuIVSEwi8Ly5IXp", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.412868+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7136265757774540794,-5970771718294055644,-5006991658872155863,-2996226618828706848,-2900502059341986448,-2786855143182620250,-2061916533013642615,-1845026358820308841,1330755397315958362,2672354685899288907,3783718349000050416,4000927324805082477,7080284092664526335,7571778947068321162}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000007', '{"id": "dddddddd-0000-4000-8000-000000000007", "version": 0, "identity": "O/Q65PTCvO6VNhmG8yx/0O+1SF3DyiVXnUeU4Mbv1QUwWcFknF8YHz9o7r907gsD+8paGloRz7GtTGPO4giLXVEoqX/YsYlA0/grte1ZdOvHKTr6pRnUKdMQWCfuvTzqiF6UoaNnh8F8fZSpimu4hVsV7hdSuhLpjJri8cIekriI/kFM5LicbkX/GM0XaKX0RDUvAye586+q6fiC0Oa8+h4vcSSokI8efIAwtzrddlqIZevnT8J6cQ1dc7ppwSF8hV8LlFgsmzXRylPpT0k7MSM+EMl+mWt45FmmEmwbwgLoQNEIQ5dYtuDDh5R3gbbZtD2gayUbHbwpUELnQ3o/dDpm9blH3nk=", "wrappedKey": "YeLMP4dwM5mRNjmDHVNbV0G5IJ+IRBW0CiUId5d/XWf7BJTGA89DlGXq/a49yvECPUqZW/yfa5D5gyVy", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.424763+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7886454985844457582,-7136265757774540794,-6335611537009522666,-5970771718294055644,-5006991658872155863,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,1330755397315958362,1511997722096830076,3783718349000050416,7080284092664526335,7571778947068321162}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000008', '{"id": "dddddddd-0000-4000-8000-000000000008", "version": 0, "identity": "bpBf4Cq4pcO80fhoaEA9/RNMsU6vq6wW6ez6DFf9BoXR/vyjAsoaY2Wx7v5H4NBZ2kwlGvYuDzS87hCZXcWM4cyGC4tfP/7asaydD+3ZXvlkeGlcJrElwDE8u/9YhM4qZpfo3KGvvvFB+DcwAvmTSHtad5WiXHYFQ26gS+UBaCAx1a4jU0kxLGGjuYtxjTYQowHpEOdYyeIyKYMV2a06owAPNRjZa8v9O4q7UCh8hVwJ4svks3N7bhdKtQtb8gZNQ0BVFVVe7E7V1+uiplxDeB84WyNyOttjlLV8ycZ8FFb6oa5+H02spbtKQs1LFsEbBlYsX96JeO+DH3K8zaBkJ+pGsau8EkI=", "wrappedKey": "NxfSlHI9SI8jvE+dzj+/uYvcFF1pulwJyYSWszmZbsYKW96OowRXOBSfJp38vWC4GgSYb7ogl7AR5r87", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.436848+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7247652408603843821,-7136265757774540794,-5970771718294055644,-5006991658872155863,-4100991194519529891,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,1330755397315958362,3783718349000050416,6625316151682474353,7080284092664526335,7571778947068321162}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000009', '{"id": "dddddddd-0000-4000-8000-000000000009", "version": 0, "identity": "32h3GNkE1BUT3+1M0359Oi11uxf5YR3xaKhGa+Jbea+HZsWzonkRje7GHrHYIB4ZEpakaqSyJRJ055nooDdXXU/MPd65e+4WlDb7y5uEUl1nf5zVXuf2Bi0rA45SI94PgrilKV5LfPA8TXA6DQl0twHYQNEyYpwaYsfc0Di3VGVStyClTbUfN2O6M8EEROryaOaV5nkzWNXlWlxbsdz6Gefjyoo4f519bCqBdrZO0g21Lu6jfGPuiDZdbf9JPvfopTL01c9DGRgrz7hBmV5ZISWFj3FaPj5tkPck7yk/YRqawcN1JlC2ljWBPm3hJmH3RnJZPB+mlxfC2c0Kjq3w1FYOeLXMbmE=", "wrappedKey": "isCY6XKJP3x6280DoRC7B7NSzm/KKYFdCZG8brskqinvZx0qOFex1Fte6Hnw9oZIjJ+vNaRwr8QGcqb2", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.452831+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7136265757774540794,-5970771718294055644,-5006991658872155863,-3293783229917598568,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,-623803364933313997,1330755397315958362,3783718349000050416,6685280289539295238,7080284092664526335,7571778947068321162}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000010', '{"id": "dddddddd-0000-4000-8000-000000000010", "version": 0, "identity": "/r12sWw8gsgZa3IoYBz1Fd0RWKYmz8R2zJ2UmFH+c9FpWWGpISCBxMqWDk8Vf4RZfoKKXi4bXB5AzVDf8MFTRg1d0KJzsH0hbh+A+bLgCQts6u4V3vPFQZeBVaoSvSkToON02uCI4Iu2cf4Nk/VaEraBGaGzpnsBLbmE6I4UVPMn+hV/omvXp7WNWLbJi6z378NSQ+z/3soKifRuN0jUUQ/Ma6a0SWxcd1Oy8xtcKHZL5OWJ1srPmYHnO5QZPT52CywYL5jJKOBoAIRnI+hC9MSHSU0Qt7Hv5umrPN/b/6UKKC7DUDjAkKr9AuCmJ8QqidbofATjhra1miaFhnfqc3+Q7fX3b+2YAg==", "wrappedKey": "X7U9GdsM0yHRngcACA0jTn029BNmUQMuFHPDqFjhBHN89MYf8XyTE0uUmfALtjvQvg0PxDItqbSM7Uz1", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.472599+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7987970576783132980,-7136265757774540794,-5970771718294055644,-5006991658872155863,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,858042299445295315,1330755397315958362,3783718349000050416,7080284092664526335,7571778947068321162,9037064297194411760}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000011', '{"id": "dddddddd-0000-4000-8000-000000000011", "version": 0, "identity": "tyX9LG7DJVuJ91AX3xRy0S60f3TpbXsL5WQtKKW5/BtR1HcxwfPvZXEDehF0LDZMDa4kxp2aA5/kz3YvynublZFui6RD3DF7u0XYR92pBBaD2SD3TSajoLtF4cTL19Uq1jUh2zHXcXn8Jv6Mg9MraOz5ItQ72eRh4fIftSOOethKPP1lAV8gcNGCDrwt/cyLJLiS1Hg7QaFT6tmxvnSRbAOaXr+d4SJCtlArlDfMdXhFqtGoiIt/whjLeyaev1ZyuwPlNifxBbjO/3RHaEBFiT58xN3ok3QXw4C1qzqDqDx8OoB4p+hXFQJoXs+dMCFLVxjsuwMFmV1TuuwEL31MGMVy9pUpT62E9w==", "wrappedKey": "snMDESlLVqOVvss4VTcZtjE22y+fiZSkb9VQ6nvRTmSuFFIgRAgRLHmtnkUZ6wl8ah3wqpcOHttLJVwX", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.484536+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7136265757774540794,-5970771718294055644,-5217183413399614919,-5006991658872155863,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,1178927271882444377,1330755397315958362,3783718349000050416,4223227779594205588,7080284092664526335,7571778947068321162}'),
	('izmir', 'dddddddd-0000-4000-8000-000000000012', '{"id": "dddddddd-0000-4000-8000-000000000012", "version": 0, "identity": "0/Bg7IEM+RVZGqgDlSnJnoy92B3NU1G555BaQG1STB/YuDQQhr7GyEWplARTsuaguH3bZ7PdohQzgpA/vKSZIFSiuEjfstb+8GpRVJ+dx43R9iKzG93E/Tn8xp3jc1i0V8YdVyrkJfDV/iWmyUbJC+bP6V2WbltK0CBkbKBR3XXSqkCo3c6BMbs72QVtPnriO+i7y+8B+eJCalnto7fQHHkyZKFrUzYUT4KAq5yCa1kLz9tHCrlylUYrv+HLGRJGX6ryR7lfdI9Rrm21MdVvNmArAtIVWVzAmcjHoJHX6cyFJSfSOYfItuPhdkAp+AmcGqPODUvZzv2Jj8eiEvicdcfTwhZjkbo=", "wrappedKey": "MwYPq96QI7kl8q0Pd4t82/fQ70IHeiqAfdyK/NJPhj82tiZPofjoZo8M3hHh6lxFoQ5QMM8k3mep5Zko", "masterKeyId": "6e1f9c23"}', '2026-12-01 11:54:06.493079+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-8846104537454690777,-7136265757774540794,-5970771718294055644,-5006991658872155863,-2996226618828706848,-2786855143182620250,-2061916533013642615,-1845026358820308841,-1481611491644325412,-1283974369211129842,1330755397315958362,3783718349000050416,7080284092664526335,7571778947068321162}');


--
-- Data for Name: mt_doc_rebuildplace; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_reminderclaim; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_reminderclaim VALUES
	('izmir', '3ac8eb99-90f3-8172-80f7-09c5f1ab4598', '{"id": "3ac8eb99-90f3-8172-80f7-09c5f1ab4598", "lost": 0, "state": "HandedOver", "attempt": 1, "sending": 1, "version": 1, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000002"}, "changedAt": "2026-12-01T11:55:00.187413+00:00", "claimedAt": "2026-12-01T11:55:00.108098+00:00", "patientId": "dddddddd-0000-4000-8000-000000000002", "handedOverAt": "2026-12-01T11:55:00.187413+00:00"}', '2026-12-01 11:55:00.193517+00', 'FollowUp.Recalls.Sending.ReminderClaim', 2, 2, 1, '2026-12-01 11:55:00.108098+00', '2026-12-01 11:55:00.187413+00', 'dddddddd-0000-4000-8000-000000000002'),
	('izmir', '21655d9b-a621-8689-95ea-30f62eaa1489', '{"id": "21655d9b-a621-8689-95ea-30f62eaa1489", "lost": 0, "state": "HandedOver", "attempt": 1, "sending": 1, "version": 1, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000001"}, "changedAt": "2026-12-01T11:55:00.184516+00:00", "claimedAt": "2026-12-01T11:55:00.021477+00:00", "patientId": "dddddddd-0000-4000-8000-000000000001", "handedOverAt": "2026-12-01T11:55:00.184516+00:00"}', '2026-12-01 11:55:00.194318+00', 'FollowUp.Recalls.Sending.ReminderClaim', 2, 2, 1, '2026-12-01 11:55:00.021477+00', '2026-12-01 11:55:00.184516+00', 'dddddddd-0000-4000-8000-000000000001'),
	('izmir', '7119f782-1899-8c9a-8da1-f822fb08e761', '{"id": "7119f782-1899-8c9a-8da1-f822fb08e761", "lost": 0, "state": "HandedOver", "attempt": 1, "sending": 1, "version": 1, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000003"}, "changedAt": "2026-12-01T11:55:00.197893+00:00", "claimedAt": "2026-12-01T11:55:00.145383+00:00", "patientId": "dddddddd-0000-4000-8000-000000000003", "handedOverAt": "2026-12-01T11:55:00.197893+00:00"}', '2026-12-01 11:55:00.199953+00', 'FollowUp.Recalls.Sending.ReminderClaim', 2, 2, 1, '2026-12-01 11:55:00.145383+00', '2026-12-01 11:55:00.197893+00', 'dddddddd-0000-4000-8000-000000000003'),
	('izmir', 'f1c3287d-1957-8210-af3f-e7fe1c00d7cd', '{"id": "f1c3287d-1957-8210-af3f-e7fe1c00d7cd", "lost": 0, "state": "Claimed", "attempt": 0, "sending": 1, "version": 0, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000005"}, "changedAt": "2026-12-01T11:55:00.225039+00:00", "claimedAt": "2026-12-01T11:55:00.225039+00:00", "orderedAt": "2026-12-01T11:55:00.225039+00:00", "patientId": "dddddddd-0000-4000-8000-000000000005"}', '2026-12-01 11:55:00.226477+00', 'FollowUp.Recalls.Sending.ReminderClaim', 1, 2, 0, '2026-12-01 11:55:00.225039+00', '2026-12-01 11:55:00.225039+00', 'dddddddd-0000-4000-8000-000000000005'),
	('izmir', 'd2876cdc-ca82-857e-9058-01f282b4f3ae', '{"id": "d2876cdc-ca82-857e-9058-01f282b4f3ae", "lost": 0, "state": "Claimed", "attempt": 0, "sending": 1, "version": 0, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000006"}, "changedAt": "2026-12-01T11:55:00.24815+00:00", "claimedAt": "2026-12-01T11:55:00.24815+00:00", "orderedAt": "2026-12-01T11:55:00.24815+00:00", "patientId": "dddddddd-0000-4000-8000-000000000006"}', '2026-12-01 11:55:00.250569+00', 'FollowUp.Recalls.Sending.ReminderClaim', 1, 2, 0, '2026-12-01 11:55:00.24815+00', '2026-12-01 11:55:00.24815+00', 'dddddddd-0000-4000-8000-000000000006'),
	('izmir', '09273a48-2e04-8954-927f-9604b19ae593', '{"id": "09273a48-2e04-8954-927f-9604b19ae593", "lost": 0, "state": "HandedOver", "attempt": 1, "sending": 1, "version": 1, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000004"}, "changedAt": "2026-12-01T11:55:00.236341+00:00", "claimedAt": "2026-12-01T11:55:00.164188+00:00", "patientId": "dddddddd-0000-4000-8000-000000000004", "handedOverAt": "2026-12-01T11:55:00.236341+00:00"}', '2026-12-01 11:55:00.255134+00', 'FollowUp.Recalls.Sending.ReminderClaim', 2, 2, 1, '2026-12-01 11:55:00.164188+00', '2026-12-01 11:55:00.236341+00', 'dddddddd-0000-4000-8000-000000000004'),
	('izmir', 'b2de584a-d67f-87d5-a880-fba22a24d219', '{"id": "b2de584a-d67f-87d5-a880-fba22a24d219", "lost": 0, "state": "Claimed", "attempt": 0, "sending": 1, "version": 0, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000007"}, "changedAt": "2026-12-01T11:55:00.257581+00:00", "claimedAt": "2026-12-01T11:55:00.257581+00:00", "orderedAt": "2026-12-01T11:55:00.257581+00:00", "patientId": "dddddddd-0000-4000-8000-000000000007"}', '2026-12-01 11:55:00.25896+00', 'FollowUp.Recalls.Sending.ReminderClaim', 1, 2, 0, '2026-12-01 11:55:00.257581+00', '2026-12-01 11:55:00.257581+00', 'dddddddd-0000-4000-8000-000000000007'),
	('izmir', 'dbdaf07f-a13b-82e3-8d9b-02067eb5be04', '{"id": "dbdaf07f-a13b-82e3-8d9b-02067eb5be04", "lost": 0, "state": "Claimed", "attempt": 0, "sending": 1, "version": 0, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000008"}, "changedAt": "2026-12-01T11:55:00.264083+00:00", "claimedAt": "2026-12-01T11:55:00.264083+00:00", "orderedAt": "2026-12-01T11:55:00.264083+00:00", "patientId": "dddddddd-0000-4000-8000-000000000008"}', '2026-12-01 11:55:00.26567+00', 'FollowUp.Recalls.Sending.ReminderClaim', 1, 2, 0, '2026-12-01 11:55:00.264083+00', '2026-12-01 11:55:00.264083+00', 'dddddddd-0000-4000-8000-000000000008'),
	('izmir', '600e81d7-4312-84d8-84c7-7e3aca892494', '{"id": "600e81d7-4312-84d8-84c7-7e3aca892494", "lost": 0, "state": "Claimed", "attempt": 0, "sending": 1, "version": 0, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000011"}, "changedAt": "2026-12-01T11:55:00.309279+00:00", "claimedAt": "2026-12-01T11:55:00.309279+00:00", "orderedAt": "2026-12-01T11:55:00.309279+00:00", "patientId": "dddddddd-0000-4000-8000-000000000011"}', '2026-12-01 11:55:00.310869+00', 'FollowUp.Recalls.Sending.ReminderClaim', 1, 2, 0, '2026-12-01 11:55:00.309279+00', '2026-12-01 11:55:00.309279+00', 'dddddddd-0000-4000-8000-000000000011'),
	('izmir', '61ca18bd-d1ad-8172-9176-16e3482f36ff', '{"id": "61ca18bd-d1ad-8172-9176-16e3482f36ff", "lost": 0, "state": "Claimed", "attempt": 0, "sending": 1, "version": 0, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000009"}, "changedAt": "2026-12-01T11:55:00.281339+00:00", "claimedAt": "2026-12-01T11:55:00.281339+00:00", "orderedAt": "2026-12-01T11:55:00.281339+00:00", "patientId": "dddddddd-0000-4000-8000-000000000009"}', '2026-12-01 11:55:00.282676+00', 'FollowUp.Recalls.Sending.ReminderClaim', 1, 2, 0, '2026-12-01 11:55:00.281339+00', '2026-12-01 11:55:00.281339+00', 'dddddddd-0000-4000-8000-000000000009'),
	('izmir', 'b7d164e9-f981-88b3-9fd1-abaed5434c78', '{"id": "b7d164e9-f981-88b3-9fd1-abaed5434c78", "lost": 0, "state": "Claimed", "attempt": 0, "sending": 1, "version": 0, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000010"}, "changedAt": "2026-12-01T11:55:00.285373+00:00", "claimedAt": "2026-12-01T11:55:00.285373+00:00", "orderedAt": "2026-12-01T11:55:00.285373+00:00", "patientId": "dddddddd-0000-4000-8000-000000000010"}', '2026-12-01 11:55:00.291564+00', 'FollowUp.Recalls.Sending.ReminderClaim', 1, 2, 0, '2026-12-01 11:55:00.285373+00', '2026-12-01 11:55:00.285373+00', 'dddddddd-0000-4000-8000-000000000010'),
	('izmir', 'a5110b9b-a61d-8201-8b6a-dc3aefc510a6', '{"id": "a5110b9b-a61d-8201-8b6a-dc3aefc510a6", "lost": 0, "state": "Claimed", "attempt": 0, "sending": 1, "version": 0, "failures": 0, "reminder": {"from": "2026-12-01", "recall": "CONTACT_6W", "channel": "Email", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000012"}, "changedAt": "2026-12-01T11:55:00.315167+00:00", "claimedAt": "2026-12-01T11:55:00.315167+00:00", "orderedAt": "2026-12-01T11:55:00.315167+00:00", "patientId": "dddddddd-0000-4000-8000-000000000012"}', '2026-12-01 11:55:00.316472+00', 'FollowUp.Recalls.Sending.ReminderClaim', 1, 2, 0, '2026-12-01 11:55:00.315167+00', '2026-12-01 11:55:00.315167+00', 'dddddddd-0000-4000-8000-000000000012');


--
-- Data for Name: mt_doc_reportjob; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_requestrecord; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_sendingpause; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_worklistclaim; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_event_progression; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_event_progression VALUES
	('HighWaterAllocationFence', 48, '2026-12-01 11:55:31.189595+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('HighWaterMark', 48, '2026-12-01 11:55:31.191854+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('CohortRow:All', 48, '2026-12-01 11:55:01.067541+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: mt_event_projection_floors; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_events; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_events VALUES
	(1, 'dddddddd-0001-4000-8000-000000000001', 'dddddddd-0000-4000-8000-000000000001', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.114291+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd36-953a-4e1e-c9c097d20000', 'null', 'command-line', false),
	(2, 'dddddddd-0001-4000-8000-000000000002', 'dddddddd-0000-4000-8000-000000000002', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.318317+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd55-b484-4e1e-c9c097d20000', 'null', 'command-line', false),
	(3, 'dddddddd-0001-4000-8000-000000000003', 'dddddddd-0000-4000-8000-000000000003', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.354317+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd5b-51b4-4e1e-c9c097d20000', 'null', 'command-line', false),
	(4, 'dddddddd-0001-4000-8000-000000000004', 'dddddddd-0000-4000-8000-000000000004', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.371974+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd5e-03a9-4e1e-c9c097d20000', 'null', 'command-line', false),
	(5, 'dddddddd-0001-4000-8000-000000000005', 'dddddddd-0000-4000-8000-000000000005', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.390316+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd60-cf6d-4e1e-c9c097d20000', 'null', 'command-line', false),
	(6, 'dddddddd-0001-4000-8000-000000000006', 'dddddddd-0000-4000-8000-000000000006', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.406096+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd63-3879-4e1e-c9c097d20000', 'null', 'command-line', false),
	(7, 'dddddddd-0001-4000-8000-000000000007', 'dddddddd-0000-4000-8000-000000000007', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.420172+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd65-5e78-4e1e-c9c097d20000', 'null', 'command-line', false),
	(8, 'dddddddd-0001-4000-8000-000000000008', 'dddddddd-0000-4000-8000-000000000008', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.431922+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd67-2999-4e1e-c9c097d20000', 'null', 'command-line', false),
	(9, 'dddddddd-0002-4000-8000-000000000001', 'dddddddd-0000-4000-8000-000000000001', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.357341+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd55-c4c9-4e1e-c9c097d20000', 'null', 'command-line', false),
	(10, 'dddddddd-0001-4000-8000-000000000009', 'dddddddd-0000-4000-8000-000000000009', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.447999+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd69-9d86-4e1e-c9c097d20000', 'null', 'command-line', false),
	(11, 'dddddddd-0001-4000-8000-000000000010', 'dddddddd-0000-4000-8000-000000000010', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.468196+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd6c-b21a-4e1e-c9c097d20000', 'null', 'command-line', false),
	(12, 'dddddddd-0003-4000-8000-000000000001', 'dddddddd-0000-4000-8000-000000000001', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.463413+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd69-aca5-4e1e-c9c097d20000', 'null', 'command-line', false),
	(13, 'dddddddd-0001-4000-8000-000000000011', 'dddddddd-0000-4000-8000-000000000011', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.480002+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd6e-7f9f-4e1e-c9c097d20000', 'null', 'command-line', false),
	(14, 'dddddddd-0002-4000-8000-000000000002', 'dddddddd-0000-4000-8000-000000000002', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.48844+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd6f-b0b2-4e1e-c9c097d20000', 'null', 'command-line', false),
	(15, 'dddddddd-0001-4000-8000-000000000012', 'dddddddd-0000-4000-8000-000000000012', 1, '{"ageYears": 35, "karyotype": "Normal46XY", "enrolledOn": "2026-01-05", "yMicrodeletion": "None"}', NULL, 'patient_enrolled', '2026-12-01 11:54:06.4902+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd70-0e6c-4e1e-c9c097d20000', 'null', 'command-line', false),
	(16, 'dddddddd-0003-4000-8000-000000000002', 'dddddddd-0000-4000-8000-000000000002', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.494356+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd70-9ba7-4e1e-c9c097d20000', 'null', 'command-line', false),
	(17, 'dddddddd-0002-4000-8000-000000000003', 'dddddddd-0000-4000-8000-000000000003', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.504652+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd72-256b-4e1e-c9c097d20000', 'null', 'command-line', false),
	(18, 'dddddddd-0003-4000-8000-000000000003', 'dddddddd-0000-4000-8000-000000000003', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.512742+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd73-5f18-4e1e-c9c097d20000', 'null', 'command-line', false),
	(19, 'dddddddd-0002-4000-8000-000000000004', 'dddddddd-0000-4000-8000-000000000004', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.516724+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd73-f626-4e1e-c9c097d20000', 'null', 'command-line', false),
	(20, 'dddddddd-0003-4000-8000-000000000004', 'dddddddd-0000-4000-8000-000000000004', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.51954+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd74-6919-4e1e-c9c097d20000', 'null', 'command-line', false),
	(21, 'dddddddd-0002-4000-8000-000000000005', 'dddddddd-0000-4000-8000-000000000005', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.524399+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd75-2c29-4e1e-c9c097d20000', 'null', 'command-line', false),
	(22, 'dddddddd-0003-4000-8000-000000000005', 'dddddddd-0000-4000-8000-000000000005', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.53284+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd76-64a6-4e1e-c9c097d20000', 'null', 'command-line', false),
	(23, 'dddddddd-0002-4000-8000-000000000006', 'dddddddd-0000-4000-8000-000000000006', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.537938+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd77-2f1e-4e1e-c9c097d20000', 'null', 'command-line', false),
	(24, 'dddddddd-0003-4000-8000-000000000006', 'dddddddd-0000-4000-8000-000000000006', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.546417+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd78-7558-4e1e-c9c097d20000', 'null', 'command-line', false),
	(27, 'dddddddd-0002-4000-8000-000000000008', 'dddddddd-0000-4000-8000-000000000008', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.586016+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd7e-552c-4e1e-c9c097d20000', 'null', 'command-line', false),
	(28, 'dddddddd-0003-4000-8000-000000000008', 'dddddddd-0000-4000-8000-000000000008', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.595898+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd7f-a5d1-4e1e-c9c097d20000', 'null', 'command-line', false),
	(29, 'dddddddd-0002-4000-8000-000000000009', 'dddddddd-0000-4000-8000-000000000009', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.60474+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd81-60a1-4e1e-c9c097d20000', 'null', 'command-line', false),
	(30, 'dddddddd-0003-4000-8000-000000000009', 'dddddddd-0000-4000-8000-000000000009', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.615924+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd82-d234-4e1e-c9c097d20000', 'null', 'command-line', false),
	(31, 'dddddddd-0002-4000-8000-000000000010', 'dddddddd-0000-4000-8000-000000000010', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.628828+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd85-0b76-4e1e-c9c097d20000', 'null', 'command-line', false),
	(32, 'dddddddd-0003-4000-8000-000000000010', 'dddddddd-0000-4000-8000-000000000010', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.647985+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd87-4368-4e1e-c9c097d20000', 'null', 'command-line', false),
	(33, 'dddddddd-0002-4000-8000-000000000011', 'dddddddd-0000-4000-8000-000000000011', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.67454+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd8b-26c7-4e1e-c9c097d20000', 'null', 'command-line', false),
	(34, 'dddddddd-0003-4000-8000-000000000011', 'dddddddd-0000-4000-8000-000000000011', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.691545+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd8e-9cdf-4e1e-c9c097d20000', 'null', 'command-line', false),
	(35, 'dddddddd-0002-4000-8000-000000000012', 'dddddddd-0000-4000-8000-000000000012', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.708248+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd90-a8da-4e1e-c9c097d20000', 'null', 'command-line', false),
	(36, 'dddddddd-0003-4000-8000-000000000012', 'dddddddd-0000-4000-8000-000000000012', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.722286+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd93-1c34-4e1e-c9c097d20000', 'null', 'command-line', false),
	(39, '7119f782-1899-8c9a-8da1-f822fb08e761', 'dddddddd-0000-4000-8000-000000000003', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000003"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.145383+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed69-63df-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(41, 'f1c3287d-1957-8210-af3f-e7fe1c00d7cd', 'dddddddd-0000-4000-8000-000000000005', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000005"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.225039+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed6f-8ee3-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(45, '61ca18bd-d1ad-8172-9176-16e3482f36ff', 'dddddddd-0000-4000-8000-000000000009', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000009"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.281339+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed7f-9dbd-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(48, 'a5110b9b-a61d-8201-8b6a-dc3aefc510a6', 'dddddddd-0000-4000-8000-000000000012', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000012"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.315167+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed84-f291-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(25, 'dddddddd-0002-4000-8000-000000000007', 'dddddddd-0000-4000-8000-000000000007', 2, '{"side": "Both", "type": "MTESE", "outcome": "Unknown", "anaesthesia": "NotStated", "performedOn": "2026-10-20", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-12-01 11:54:06.56051+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd7a-0e95-4e1e-c9c097d20000', 'null', 'command-line', false),
	(26, 'dddddddd-0003-4000-8000-000000000007', 'dddddddd-0000-4000-8000-000000000007', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-20"}', NULL, 'reminder_consent_recorded', '2026-12-01 11:54:06.569503+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', '5c327b77a054669a21d2fe07a230a2c8', '08df4fa1-cd7c-01f5-4e1e-c9c097d20000', 'null', 'command-line', false),
	(37, '21655d9b-a621-8689-95ea-30f62eaa1489', 'dddddddd-0000-4000-8000-000000000001', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000001"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.021477+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed57-4602-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(38, '3ac8eb99-90f3-8172-80f7-09c5f1ab4598', 'dddddddd-0000-4000-8000-000000000002', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000002"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.108098+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed64-cf8d-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(40, '09273a48-2e04-8954-927f-9604b19ae593', 'dddddddd-0000-4000-8000-000000000004', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000004"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.164188+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed6d-af89-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(42, 'd2876cdc-ca82-857e-9058-01f282b4f3ae', 'dddddddd-0000-4000-8000-000000000006', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000006"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.24815+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed78-d1c0-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(43, 'b2de584a-d67f-87d5-a880-fba22a24d219', 'dddddddd-0000-4000-8000-000000000007', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000007"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.257581+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed7c-21f1-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(44, 'dbdaf07f-a13b-82e3-8d9b-02067eb5be04', 'dddddddd-0000-4000-8000-000000000008', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000008"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.264083+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed7d-27fa-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(46, 'b7d164e9-f981-88b3-9fd1-abaed5434c78', 'dddddddd-0000-4000-8000-000000000010', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000010"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.285373+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed80-5f9f-4e1e-c9c097d20000', 'null', 'job:reminders', false),
	(47, '600e81d7-4312-84d8-84c7-7e3aca892494', 'dddddddd-0000-4000-8000-000000000011', 4, '{"recall": "CONTACT_6W", "channel": "Email", "protocol": "standard-1", "decidedOn": "2026-12-01", "occurrence": 1, "procedureId": "dddddddd-0002-4000-8000-000000000011"}', NULL, 'reminder_decided', '2026-12-01 11:55:00.309279+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderDecided, FollowUp', '61d43b88-ef67-4bbb-8703-e5e50f61f387', '08df4fa1-ed83-fd78-4e1e-c9c097d20000', 'null', 'job:reminders', false);


--
-- Data for Name: mt_high_water_skips; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_streams; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_streams VALUES
	('izmir', 'dddddddd-0000-4000-8000-000000000001', 'course_document', 4, '2026-12-01 11:55:00.090171+00', '2026-12-01 11:54:06.304961+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000002', 'course_document', 4, '2026-12-01 11:55:00.119539+00', '2026-12-01 11:54:06.334927+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000003', 'course_document', 4, '2026-12-01 11:55:00.150387+00', '2026-12-01 11:54:06.364893+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000004', 'course_document', 4, '2026-12-01 11:55:00.165723+00', '2026-12-01 11:54:06.376846+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000005', 'course_document', 4, '2026-12-01 11:55:00.226477+00', '2026-12-01 11:54:06.400904+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000006', 'course_document', 4, '2026-12-01 11:55:00.250569+00', '2026-12-01 11:54:06.412868+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000007', 'course_document', 4, '2026-12-01 11:55:00.25896+00', '2026-12-01 11:54:06.424763+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000008', 'course_document', 4, '2026-12-01 11:55:00.26567+00', '2026-12-01 11:54:06.436848+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000009', 'course_document', 4, '2026-12-01 11:55:00.282676+00', '2026-12-01 11:54:06.452831+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000010', 'course_document', 4, '2026-12-01 11:55:00.291564+00', '2026-12-01 11:54:06.472599+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000011', 'course_document', 4, '2026-12-01 11:55:00.310869+00', '2026-12-01 11:54:06.484536+00', 0, false),
	('izmir', 'dddddddd-0000-4000-8000-000000000012', 'course_document', 4, '2026-12-01 11:55:00.316472+00', '2026-12-01 11:54:06.493079+00', 0, false);


--
-- Data for Name: wolverine_agent_restrictions; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_control_queue; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_dead_letter_history; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_dead_letters; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_incoming_envelopes; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.wolverine_incoming_envelopes VALUES
	('08df4fa1-ed58-e25a-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\x47e258eda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656435372d343630322d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656435382d653235612d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303031222c22636c61696d4964223a2232313635356439622d613632312d383638392d393565612d333066363265616131343839227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed65-93e9-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\xdc9365eda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656436342d636638642d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656436352d393365392d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303032222c22636c61696d4964223a2233616338656239392d393066332d383137322d383066372d303963356631616234353938227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed6b-6a2a-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\x146a6beda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656436392d363364662d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656436622d366132612d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303033222c22636c61696d4964223a2237313139663738322d313839392d386339612d386461312d663832326662303865373631227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed6e-2036-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\x21206eeda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656436642d616638392d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656436652d323033362d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303034222c22636c61696d4964223a2230393237336134382d326530342d383935342d393237662d393630346231396165353933227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed77-6ec4-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\xb16e77eda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656436662d386565332d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656437372d366563342d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303035222c22636c61696d4964223a2266316333323837642d313935372d383231302d616633662d653766653163303064376364227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed7a-f39d-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\x87f37aeda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656437382d643163302d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656437612d663339642d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303036222c22636c61696d4964223a2264323837366364632d636138322d383537652d393035382d303166323832623466336165227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed7c-5d1d-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\x0f5d7ceda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656437632d323166312d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656437632d356431642d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303037222c22636c61696d4964223a2262326465353834612d643637662d383764352d613838302d666261323261323464323139227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed7d-5b11-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\x015b7deda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656437642d323766612d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656437642d356231312d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303038222c22636c61696d4964223a2264626461663037662d613133622d383265332d386439622d303230363765623562653034227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed7f-fcd3-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\xc1fc7feda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656437662d396462642d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656437662d666364332d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303039222c22636c61696d4964223a2236316361313862642d643161642d383137322d393137362d313665333438326633366666227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed80-99d3-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\xc69980eda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656438302d356639662d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656438302d393964332d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303130222c22636c61696d4964223a2262376431363465392d663938312d383862332d396664312d616261656435343334633738227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed84-436e-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\x5f4384eda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656438332d666437382d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656438342d343336652d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303131222c22636c61696d4964223a2236303065383164372d343331322d383464382d383463372d376533616361383932343934227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL),
	('08df4fa1-ed85-2777-4e1e-c9c097d20000', 'Outgoing', 0, NULL, 0, '\x692785eda14fdf480a00000006736f7572636508466f6c6c6f7755700c6d6573736167652d7479706525466f6c6c6f7755702e526563616c6c732e53656e64696e672e53656e6452656d696e646572097265706c792d757269106c6f63616c3a2f2f7265706c6965732f0c636f6e74656e742d74797065106170706c69636174696f6e2f6a736f6e0e636f7272656c6174696f6e2d69642436316434336238382d656636372d346262622d383730332d6535653530663631663338370f636f6e766572736174696f6e2d69642430386466346661312d656438342d663239312d346531652d6339633039376432303030300b64657374696e6174696f6e186c6f63616c3a2f2f72656d696e646572732d656d61696c2f0974656e616e742d696405697a6d69721661636365707465642d636f6e74656e742d7479706573106170706c69636174696f6e2f6a736f6e0269642430386466346661312d656438352d323737372d346531652d633963303937643230303030650000007b2270617469656e744964223a2264646464646464642d303030302d343030302d383030302d303030303030303030303132222c22636c61696d4964223a2261353131306239622d613631642d383230312d386236612d646333616566633531306136227d', 'FollowUp.Recalls.Sending.SendReminder', 'local://reminders-email/', NULL);


--
-- Data for Name: wolverine_node_assignments; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_node_records; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.wolverine_node_records VALUES
	(1, 1, 'NodeStarted', '2026-12-01 11:41:45.465123+00', ''),
	(2, 1, 'AgentStarted', '2026-12-01 11:41:45.465123+00', 'event-subscriptions://marten/main/127!0!0!1.followup/cohortrow/all'),
	(3, 1, 'AgentStarted', '2026-12-01 11:41:45.465123+00', 'wolverinedb://postgresql/127.0.0.1/followup/followup');


--
-- Data for Name: wolverine_nodes; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_outgoing_envelopes; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: qrtz_blob_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_calendars; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_cron_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_cron_triggers VALUES
	('QuartzScheduler', 'report-job-sweep', 'DEFAULT', '0 17 * * * ?', 'UTC'),
	('QuartzScheduler', 'recall-tick-Hormones', 'DEFAULT', '20 * * * * ?', 'UTC'),
	('QuartzScheduler', 'recall-tick-Attempts', 'DEFAULT', '40 * * * * ?', 'UTC'),
	('QuartzScheduler', 'reply-tick', 'DEFAULT', '50 * * * * ?', 'UTC'),
	('QuartzScheduler', 'recall-tick-SixWeeks', 'DEFAULT', '0 * * * * ?', 'UTC');


--
-- Data for Name: qrtz_execution_history; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_fired_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_fired_triggers VALUES
	('QuartzScheduler', 'node25904326853342590477551431', 'recall-tick-Attempts', 'DEFAULT', 'node2590432685334', 639317229200544055, 639317229400000000, 5, 'ACQUIRED', NULL, NULL, false, false, NULL, NULL, NULL, NULL);


--
-- Data for Name: qrtz_job_details; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_job_details VALUES
	('QuartzScheduler', 'recall-tick-SixWeeks', 'DEFAULT', NULL, 'FollowUp.Recalls.RecallTick, FollowUp', false, true, false, false, NULL),
	('QuartzScheduler', 'recall-tick-Hormones', 'DEFAULT', NULL, 'FollowUp.Recalls.RecallTick, FollowUp', false, true, false, false, NULL),
	('QuartzScheduler', 'recall-tick-Attempts', 'DEFAULT', NULL, 'FollowUp.Recalls.RecallTick, FollowUp', false, true, false, false, NULL),
	('QuartzScheduler', 'reply-tick', 'DEFAULT', NULL, 'FollowUp.Recalls.Receipts.ReplyTick, FollowUp', false, true, false, false, NULL),
	('QuartzScheduler', 'report-job-sweep', 'DEFAULT', NULL, 'FollowUp.Reports.Jobs.ReportJobSweep, FollowUp', false, true, false, false, NULL);


--
-- Data for Name: qrtz_job_status; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_locks; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_locks VALUES
	('QuartzScheduler', 'TRIGGER_ACCESS'),
	('QuartzScheduler', 'STATE_ACCESS');


--
-- Data for Name: qrtz_misfire_history; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_paused_job_grps; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_paused_trigger_grps; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_scheduler_state; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_scheduler_state VALUES
	('QuartzScheduler', 'node2590432685334', 639317229316102290, 7500, '4.7.3');


--
-- Data for Name: qrtz_simple_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_simprop_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_triggers VALUES
	('QuartzScheduler', 'report-job-sweep', 'DEFAULT', 'report-job-sweep', 'DEFAULT', NULL, 639317242200000000, NULL, 5, 'WAITING', 'CRON', 639317221050000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('QuartzScheduler', 'reply-tick', 'DEFAULT', 'reply-tick', 'DEFAULT', NULL, 639317229500000000, 639317228900000000, 5, 'WAITING', 'CRON', 639317221050000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('QuartzScheduler', 'recall-tick-SixWeeks', 'DEFAULT', 'recall-tick-SixWeeks', 'DEFAULT', NULL, 639317229600000000, 639317229000000000, 5, 'WAITING', 'CRON', 639317221050000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('QuartzScheduler', 'recall-tick-Hormones', 'DEFAULT', 'recall-tick-Hormones', 'DEFAULT', NULL, 639317229800000000, 639317229200000000, 5, 'WAITING', 'CRON', 639317221050000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('QuartzScheduler', 'recall-tick-Attempts', 'DEFAULT', 'recall-tick-Attempts', 'DEFAULT', NULL, 639317229400000000, 639317228800000000, 5, 'ACQUIRED', 'CRON', 639317221050000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Name: mt_events_sequence; Type: SEQUENCE SET; Schema: followup; Owner: -
--

SELECT pg_catalog.setval('followup.mt_events_sequence', 48, true);


--
-- Name: wolverine_node_records_id_seq; Type: SEQUENCE SET; Schema: followup; Owner: -
--

SELECT pg_catalog.setval('followup.wolverine_node_records_id_seq', 3, true);


--
-- Name: wolverine_nodes_node_number_seq; Type: SEQUENCE SET; Schema: followup; Owner: -
--

SELECT pg_catalog.setval('followup.wolverine_nodes_node_number_seq', 1, false);


--
-- Name: mt_event_progression pk_mt_event_progression; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_event_progression
    ADD CONSTRAINT pk_mt_event_progression PRIMARY KEY (name);


--
-- Name: mt_doc_calendarfeed pkey_mt_doc_calendarfeed_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_calendarfeed
    ADD CONSTRAINT pkey_mt_doc_calendarfeed_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_calldraft pkey_mt_doc_calldraft_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_calldraft
    ADD CONSTRAINT pkey_mt_doc_calldraft_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_channelhold pkey_mt_doc_channelhold_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_channelhold
    ADD CONSTRAINT pkey_mt_doc_channelhold_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_cohortrow pkey_mt_doc_cohortrow_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_cohortrow
    ADD CONSTRAINT pkey_mt_doc_cohortrow_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_colleague pkey_mt_doc_colleague_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_colleague
    ADD CONSTRAINT pkey_mt_doc_colleague_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_coursedocument pkey_mt_doc_coursedocument_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_coursedocument
    ADD CONSTRAINT pkey_mt_doc_coursedocument_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_deadletterevent pkey_mt_doc_deadletterevent_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_deadletterevent
    ADD CONSTRAINT pkey_mt_doc_deadletterevent_id PRIMARY KEY (id);


--
-- Name: mt_doc_ended_session pkey_mt_doc_ended_session_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_ended_session
    ADD CONSTRAINT pkey_mt_doc_ended_session_id PRIMARY KEY (id);


--
-- Name: mt_doc_envelope pkey_mt_doc_envelope_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_envelope
    ADD CONSTRAINT pkey_mt_doc_envelope_id PRIMARY KEY (id);


--
-- Name: mt_doc_heldmail pkey_mt_doc_heldmail_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_heldmail
    ADD CONSTRAINT pkey_mt_doc_heldmail_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_identityread pkey_mt_doc_identityread_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_identityread
    ADD CONSTRAINT pkey_mt_doc_identityread_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_master_key_seals pkey_mt_doc_master_key_seals_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_master_key_seals
    ADD CONSTRAINT pkey_mt_doc_master_key_seals_id PRIMARY KEY (id);


--
-- Name: mt_doc_patient_directory pkey_mt_doc_patient_directory_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_patient_directory
    ADD CONSTRAINT pkey_mt_doc_patient_directory_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_rebuildplace pkey_mt_doc_rebuildplace_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_rebuildplace
    ADD CONSTRAINT pkey_mt_doc_rebuildplace_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_reminderclaim pkey_mt_doc_reminderclaim_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_reminderclaim
    ADD CONSTRAINT pkey_mt_doc_reminderclaim_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_reportjob pkey_mt_doc_reportjob_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_reportjob
    ADD CONSTRAINT pkey_mt_doc_reportjob_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_requestrecord pkey_mt_doc_requestrecord_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_requestrecord
    ADD CONSTRAINT pkey_mt_doc_requestrecord_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_sendingpause pkey_mt_doc_sendingpause_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_sendingpause
    ADD CONSTRAINT pkey_mt_doc_sendingpause_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_worklistclaim pkey_mt_doc_worklistclaim_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_worklistclaim
    ADD CONSTRAINT pkey_mt_doc_worklistclaim_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_event_projection_floors pkey_mt_event_projection_floors_name_tenant_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_event_projection_floors
    ADD CONSTRAINT pkey_mt_event_projection_floors_name_tenant_id PRIMARY KEY (name, tenant_id);


--
-- Name: mt_events pkey_mt_events_seq_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_events
    ADD CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id);


--
-- Name: mt_high_water_skips pkey_mt_high_water_skips_ending_sequence; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_high_water_skips
    ADD CONSTRAINT pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence);


--
-- Name: mt_streams pkey_mt_streams_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_streams
    ADD CONSTRAINT pkey_mt_streams_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: wolverine_agent_restrictions pkey_wolverine_agent_restrictions_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_agent_restrictions
    ADD CONSTRAINT pkey_wolverine_agent_restrictions_id PRIMARY KEY (id);


--
-- Name: wolverine_control_queue pkey_wolverine_control_queue_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_control_queue
    ADD CONSTRAINT pkey_wolverine_control_queue_id PRIMARY KEY (id);


--
-- Name: wolverine_dead_letter_history pkey_wolverine_dead_letter_history_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_dead_letter_history
    ADD CONSTRAINT pkey_wolverine_dead_letter_history_id PRIMARY KEY (id);


--
-- Name: wolverine_dead_letters pkey_wolverine_dead_letters_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_dead_letters
    ADD CONSTRAINT pkey_wolverine_dead_letters_id PRIMARY KEY (id);


--
-- Name: wolverine_incoming_envelopes pkey_wolverine_incoming_envelopes_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_incoming_envelopes
    ADD CONSTRAINT pkey_wolverine_incoming_envelopes_id PRIMARY KEY (id);


--
-- Name: wolverine_node_assignments pkey_wolverine_node_assignments_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_node_assignments
    ADD CONSTRAINT pkey_wolverine_node_assignments_id PRIMARY KEY (id);


--
-- Name: wolverine_node_records pkey_wolverine_node_records_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_node_records
    ADD CONSTRAINT pkey_wolverine_node_records_id PRIMARY KEY (id);


--
-- Name: wolverine_nodes pkey_wolverine_nodes_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_nodes
    ADD CONSTRAINT pkey_wolverine_nodes_id PRIMARY KEY (id);


--
-- Name: wolverine_outgoing_envelopes pkey_wolverine_outgoing_envelopes_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_outgoing_envelopes
    ADD CONSTRAINT pkey_wolverine_outgoing_envelopes_id PRIMARY KEY (id);


--
-- Name: qrtz_blob_triggers qrtz_blob_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_calendars qrtz_calendars_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_calendars
    ADD CONSTRAINT qrtz_calendars_pkey PRIMARY KEY (sched_name, calendar_name);


--
-- Name: qrtz_cron_triggers qrtz_cron_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_execution_history qrtz_execution_history_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_execution_history
    ADD CONSTRAINT qrtz_execution_history_pkey PRIMARY KEY (sched_name, entry_id);


--
-- Name: qrtz_fired_triggers qrtz_fired_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_fired_triggers
    ADD CONSTRAINT qrtz_fired_triggers_pkey PRIMARY KEY (sched_name, entry_id);


--
-- Name: qrtz_job_details qrtz_job_details_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_job_details
    ADD CONSTRAINT qrtz_job_details_pkey PRIMARY KEY (sched_name, job_name, job_group);


--
-- Name: qrtz_job_status qrtz_job_status_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_job_status
    ADD CONSTRAINT qrtz_job_status_pkey PRIMARY KEY (sched_name, job_group, job_name);


--
-- Name: qrtz_locks qrtz_locks_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_locks
    ADD CONSTRAINT qrtz_locks_pkey PRIMARY KEY (sched_name, lock_name);


--
-- Name: qrtz_misfire_history qrtz_misfire_history_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_misfire_history
    ADD CONSTRAINT qrtz_misfire_history_pkey PRIMARY KEY (sched_name, entry_id);


--
-- Name: qrtz_paused_job_grps qrtz_paused_job_grps_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_paused_job_grps
    ADD CONSTRAINT qrtz_paused_job_grps_pkey PRIMARY KEY (sched_name, job_group);


--
-- Name: qrtz_paused_trigger_grps qrtz_paused_trigger_grps_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_paused_trigger_grps
    ADD CONSTRAINT qrtz_paused_trigger_grps_pkey PRIMARY KEY (sched_name, trigger_group);


--
-- Name: qrtz_scheduler_state qrtz_scheduler_state_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_scheduler_state
    ADD CONSTRAINT qrtz_scheduler_state_pkey PRIMARY KEY (sched_name, instance_name);


--
-- Name: qrtz_simple_triggers qrtz_simple_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_simprop_triggers qrtz_simprop_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_triggers qrtz_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: idx_wolverine_dead_letter_history_last_replayed_at; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_dead_letter_history_last_replayed_at ON followup.wolverine_dead_letter_history USING btree (last_replayed_at);


--
-- Name: idx_wolverine_dead_letters_failure_group; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_dead_letters_failure_group ON followup.wolverine_dead_letters USING btree (failure_group);


--
-- Name: idx_wolverine_dead_letters_replayable; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_dead_letters_replayable ON followup.wolverine_dead_letters USING btree (replayable) WHERE (replayable = true);


--
-- Name: idx_wolverine_incoming_envelopes_keep_until; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_incoming_envelopes_keep_until ON followup.wolverine_incoming_envelopes USING btree (keep_until) WHERE ((status)::text = 'Handled'::text);


--
-- Name: idx_wolverine_incoming_envelopes_owner; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_incoming_envelopes_owner ON followup.wolverine_incoming_envelopes USING btree (owner_id) WHERE (owner_id <> 0);


--
-- Name: idx_wolverine_incoming_envelopes_recover; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_incoming_envelopes_recover ON followup.wolverine_incoming_envelopes USING btree (received_at) WHERE (((status)::text = 'Incoming'::text) AND (owner_id = 0));


--
-- Name: idx_wolverine_incoming_envelopes_scheduled; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_incoming_envelopes_scheduled ON followup.wolverine_incoming_envelopes USING btree (execution_time) WHERE ((status)::text = 'Scheduled'::text);


--
-- Name: idx_wolverine_outgoing_envelopes_owner; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_outgoing_envelopes_owner ON followup.wolverine_outgoing_envelopes USING btree (owner_id) WHERE (owner_id <> 0);


--
-- Name: idx_wolverine_outgoing_envelopes_recover; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_outgoing_envelopes_recover ON followup.wolverine_outgoing_envelopes USING btree (destination) WHERE (owner_id = 0);


--
-- Name: mt_doc_calendarfeed_idx_user_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_calendarfeed_idx_user_id ON followup.mt_doc_calendarfeed USING btree (user_id);


--
-- Name: mt_doc_cohortrow_idx_tenant_id_kind; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_cohortrow_idx_tenant_id_kind ON followup.mt_doc_cohortrow USING btree (tenant_id, kind);


--
-- Name: mt_doc_coursedocument_idx_protocol; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_protocol ON followup.mt_doc_coursedocument USING btree (protocol);


--
-- Name: mt_doc_coursedocument_idx_remind_from; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_remind_from ON followup.mt_doc_coursedocument USING btree (remind_from);


--
-- Name: mt_doc_coursedocument_idx_tenant_id_protocol_alert_from_wo_e3af; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_tenant_id_protocol_alert_from_wo_e3af ON followup.mt_doc_coursedocument USING btree (tenant_id, protocol, alert_from, work_from, id);


--
-- Name: mt_doc_coursedocument_idx_tenant_id_protocol_remind_from_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_tenant_id_protocol_remind_from_id ON followup.mt_doc_coursedocument USING btree (tenant_id, protocol, remind_from, id);


--
-- Name: mt_doc_coursedocument_idx_work_from; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_work_from ON followup.mt_doc_coursedocument USING btree (work_from);


--
-- Name: mt_doc_heldmail_idx_held; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_heldmail_idx_held ON followup.mt_doc_heldmail USING btree (held);


--
-- Name: mt_doc_identityread_idx_tenant_id_at_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_identityread_idx_tenant_id_at_id ON followup.mt_doc_identityread USING btree (tenant_id, at, id);


--
-- Name: mt_doc_identityread_idx_tenant_id_by_at_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_identityread_idx_tenant_id_by_at_id ON followup.mt_doc_identityread USING btree (tenant_id, by, at, id);


--
-- Name: mt_doc_identityread_idx_tenant_id_patient_id_at_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_identityread_idx_tenant_id_patient_id_at_id ON followup.mt_doc_identityread USING btree (tenant_id, patient_id, at, id);


--
-- Name: mt_doc_patient_directory_idx_tokens; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_patient_directory_idx_tokens ON followup.mt_doc_patient_directory USING gin (tokens);


--
-- Name: mt_doc_reminderclaim_idx_changed_at; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_changed_at ON followup.mt_doc_reminderclaim USING btree (changed_at);


--
-- Name: mt_doc_reminderclaim_idx_claimed_at; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_claimed_at ON followup.mt_doc_reminderclaim USING btree (claimed_at);


--
-- Name: mt_doc_reminderclaim_idx_patient_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_patient_id ON followup.mt_doc_reminderclaim USING btree (patient_id);


--
-- Name: mt_doc_reminderclaim_idx_reminder_channel; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_reminder_channel ON followup.mt_doc_reminderclaim USING btree (reminder_channel);


--
-- Name: mt_doc_reminderclaim_idx_state; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_state ON followup.mt_doc_reminderclaim USING btree (state);


--
-- Name: pk_mt_events_stream_and_version; Type: INDEX; Schema: followup; Owner: -
--

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON followup.mt_events USING btree (tenant_id, stream_id, version);


--
-- Name: idx_qrtz_eh_fire_inst; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_fire_inst ON quartz.qrtz_execution_history USING btree (sched_name, fire_instance_id);


--
-- Name: idx_qrtz_eh_fired_time; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_fired_time ON quartz.qrtz_execution_history USING btree (sched_name, fired_time);


--
-- Name: idx_qrtz_eh_inst; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_inst ON quartz.qrtz_execution_history USING btree (sched_name, instance_name);


--
-- Name: idx_qrtz_eh_job_time; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_job_time ON quartz.qrtz_execution_history USING btree (sched_name, job_group, job_name, fired_time);


--
-- Name: idx_qrtz_eh_trig_time; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_trig_time ON quartz.qrtz_execution_history USING btree (sched_name, trigger_group, trigger_name, fired_time);


--
-- Name: idx_qrtz_ft_inst_job_req_rcvry; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_ft_inst_job_req_rcvry ON quartz.qrtz_fired_triggers USING btree (sched_name, instance_name, requests_recovery);


--
-- Name: idx_qrtz_ft_j_g; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_ft_j_g ON quartz.qrtz_fired_triggers USING btree (sched_name, job_name, job_group);


--
-- Name: idx_qrtz_ft_t_g; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_ft_t_g ON quartz.qrtz_fired_triggers USING btree (sched_name, trigger_name, trigger_group);


--
-- Name: idx_qrtz_j_g_n; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_j_g_n ON quartz.qrtz_job_details USING btree (sched_name, job_group, job_name);


--
-- Name: idx_qrtz_mh_inst; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_mh_inst ON quartz.qrtz_misfire_history USING btree (sched_name, instance_name);


--
-- Name: idx_qrtz_mh_misfire_time; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_mh_misfire_time ON quartz.qrtz_misfire_history USING btree (sched_name, misfire_time);


--
-- Name: idx_qrtz_t_c; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_t_c ON quartz.qrtz_triggers USING btree (sched_name, calendar_name);


--
-- Name: idx_qrtz_t_g_n; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_t_g_n ON quartz.qrtz_triggers USING btree (sched_name, trigger_group, trigger_name);


--
-- Name: idx_qrtz_t_j; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_t_j ON quartz.qrtz_triggers USING btree (sched_name, job_name, job_group);


--
-- Name: idx_qrtz_t_nft_st; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_t_nft_st ON quartz.qrtz_triggers USING btree (sched_name, trigger_state, next_fire_time, priority DESC, misfire_instr);


--
-- Name: mt_events fkey_mt_events_stream_id_tenant_id; Type: FK CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_events
    ADD CONSTRAINT fkey_mt_events_stream_id_tenant_id FOREIGN KEY (tenant_id, stream_id) REFERENCES followup.mt_streams(tenant_id, id);


--
-- Name: wolverine_node_assignments fkey_wolverine_node_assignments_node_id; Type: FK CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_node_assignments
    ADD CONSTRAINT fkey_wolverine_node_assignments_node_id FOREIGN KEY (node_id) REFERENCES followup.wolverine_nodes(id) ON DELETE CASCADE;


--
-- Name: qrtz_blob_triggers qrtz_blob_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz.qrtz_triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;


--
-- Name: qrtz_cron_triggers qrtz_cron_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz.qrtz_triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;


--
-- Name: qrtz_simple_triggers qrtz_simple_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz.qrtz_triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;


--
-- Name: qrtz_simprop_triggers qrtz_simprop_triggers_sched_name_trigger_name_trigger_grou_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_sched_name_trigger_name_trigger_grou_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz.qrtz_triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;


--
-- Name: qrtz_triggers qrtz_triggers_sched_name_job_name_job_group_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_sched_name_job_name_job_group_fkey FOREIGN KEY (sched_name, job_name, job_group) REFERENCES quartz.qrtz_job_details(sched_name, job_name, job_group);


--
-- PostgreSQL database dump complete
--


